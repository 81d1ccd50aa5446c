import { useTranslation } from 'react-i18next'
import { htmlLang, type Locale } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ActRefused } from '../revision-desk.server.ts'
import type { TextSlot } from '../text-slots.ts'
import { ActRefusal, Edition } from './act-page.tsx'
import { nameIn, useLocale } from './both-names.tsx'
import { useSlotLabel } from './translation-page.tsx'
import styles from './review.module.css'

interface SignOffPageProps {
  technologyId: string
  name: { ja: string | null; zh: string | null }
  edition: number
  slots: readonly TextSlot[]
  /** languages that nobody of the firm has answered for; empty: nothing to do here */
  open: readonly Locale[]
  asked: boolean
  person: string
  office: boolean
  done: string | null
  refused: ActRefused | undefined
}

/** The firm reads what the office wrote, beside its own words, and signs it off or sends it back. */
export function SignOffPage({ technologyId, name, edition, slots, open, asked, person, office, done, refused }: SignOffPageProps) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  const labelOf = useSlotLabel()
  const back = `/${locale}/account/technologies/${technologyId}`
  return (
    <DeskPage title={t('signing.title', { name: nameIn(name, locale) })} actions={<a href={back}>{t('signing.back')}</a>}>
      {done && !refused && (
        <Notice role="status">
          <p>{t(`done.${done}` as 'done.signed', { defaultValue: t('done.other') })}</p>
        </Notice>
      )}
      <ActRefusal refused={refused} />
      {open.length === 0 && !done && <p>{t('signing.nothing')}</p>}
      {open.length > 0 && <p>{t('signing.lead')}</p>}
      {open.length > 0 && (
        <>
          {slots.map((slot) => (
            <section key={slot.name} className={styles.slot}>
              <h2>{labelOf({ ...slot, member: slot.member })}</h2>
              <div className={styles.sides}>
                {(['ja', 'zh'] as const).map((language) => (
                  <div key={language} className={styles.side}>
                    <p className={styles.language}>{t(`language.${language}`)}</p>
                    {slot.text[language] ? (
                      <p className={styles.text} lang={htmlLang[language]}>
                        {slot.text[language]}
                      </p>
                    ) : (
                      <p className={styles.none}>{t('show.nothing')}</p>
                    )}
                  </div>
                ))}
              </div>
            </section>
          ))}
          {office ? (
            <p>{t('signing.office')}</p>
          ) : (
            <div className={`${styles.acts} ${styles.sticky}`}>
              {open.map((language) => (
                <form key={language} method="post">
                  <Edition edition={edition} />
                  <input type="hidden" name="language" value={language} />
                  <Button>{t('signing.send', { language: t(`language.${language}`), name: person })}</Button>
                </form>
              ))}
              {asked && (
                <LinkButton tone="quiet" href={`${back}/objection`}>
                  {t('acts.objection')}
                </LinkButton>
              )}
            </div>
          )}
        </>
      )}
    </DeskPage>
  )
}
