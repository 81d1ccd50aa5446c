import { useTranslation } from 'react-i18next'
import { htmlLang, pick, type Locale } from '#app/platform/locale.ts'

export interface FirmNames {
  ja: string | null
  zh: string | null
  en: string | null
}
export const firmNameIn = (name: FirmNames, locale: Locale): string => pick(name, locale)?.text ?? name.en ?? '—'

/** A firm's name in the reader's language, else in the one it has. */
export function FirmName({ name }: { name: FirmNames }) {
  const { i18n } = useTranslation()
  const locale = i18n.language as Locale
  const picked = pick(name, locale)
  return <span lang={picked ? htmlLang[picked.lang] : 'en'}>{picked?.text ?? name.en ?? '—'}</span>
}
