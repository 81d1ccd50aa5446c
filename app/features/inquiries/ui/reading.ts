import { useParams } from '@remix-run/react'
import { isLocale, pick, type Locale } from '#app/platform/locale.ts'

/** The reader's language, from the address. */
export function useReading(): Locale {
  const { locale } = useParams()
  return isLocale(locale) ? locale : 'ja'
}

type Name = { ja: string | null; zh: string | null; en?: string | null }

/** A name in the reader's language, or in the one it has. */
export const nameFor = (name: Name, locale: Locale): string => pick(name, locale)?.text ?? name.en ?? '—'
export const langOf = (name: Name, locale: Locale): Locale => pick(name, locale)?.lang ?? locale
