import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { htmlLang, isLocale, type Locale } from '#app/platform/locale.ts'
import { tongueOf } from '#app/platform/tongue.ts'

/** What `lang` says of a text of which nobody noted the language, where it differs from the reader's or from `within`. */
export function useForeign(within?: Locale): (text: unknown) => string | undefined {
  const { i18n } = useTranslation()
  const around = within ?? i18n.language
  return (text) => {
    const tongue = typeof text === 'string' ? tongueOf(text) : null
    return tongue && isLocale(around) && tongue !== around ? htmlLang[tongue] : undefined
  }
}

/** A text somebody wrote – a name, a file's name, an answer – read aloud and drawn in its own language; part by part where it mixes two. */
export function Written({ text, within }: { text: string | null | undefined; within?: Locale }) {
  const foreign = useForeign(within)
  if (!text) return null
  const lang = foreign(text)
  if (lang) return <span lang={lang}>{text}</span>
  const parts = text.split(/([\s/／、，。：:;；·・|（）()「」“”"'【】{}[\]<>=&?]+)/)
  if (!parts.some((part) => foreign(part))) return <>{text}</>
  return parts.map((part, at) => <Fragment key={at}>{foreign(part) ? <span lang={foreign(part)}>{part}</span> : part}</Fragment>)
}
