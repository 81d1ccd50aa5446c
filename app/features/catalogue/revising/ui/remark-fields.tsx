import { useTranslation } from 'react-i18next'
import { htmlLang } from '#app/platform/locale.ts'
import { TextArea } from '#app/ui/field.tsx'
import { Written } from '#app/ui/written.tsx'
import type { ActRefused } from '../revision-desk.server.ts'
import { useSay } from './act-page.tsx'
import styles from './review.module.css'

export interface Remarkable {
  member: string
  label: string
  texts: { language: 'ja' | 'zh'; text: string }[]
  /** what the site found wrong with it */
  found: string[]
}

/** A box for remarks beside each member's present text, and one for the whole. */
export function RemarkFields({ members, refused }: { members: readonly Remarkable[]; refused: ActRefused | undefined }) {
  const { t } = useTranslation('review')
  const say = useSay()
  return (
    <>
      <TextArea name="remark-whole" label={t('return.whole')} hint={t('return.wholeHint')} rows={3} maxLength={1000} kept={refused?.kept} say={say} />
      {members.map(({ member, label, texts, found }) => (
        <section key={member} className={styles.slot} id={`m-${member}`}>
          <h2>{label}</h2>
          {texts.map(({ language, text }) => (
            <p key={language} className={styles.original} lang={htmlLang[language]}>
              {text}
            </p>
          ))}
          {texts.length === 0 && <p className={styles.none}>{t('show.nothing')}</p>}
          {found.length > 0 && (
            <ul>
              {found.map((one) => (
                <li key={one}>
                  <Written text={one} />
                </li>
              ))}
            </ul>
          )}
          <TextArea name={`remark-${member}`} label={t('return.remark')} rows={2} maxLength={1000} kept={refused?.kept} say={say} />
        </section>
      ))}
    </>
  )
}
