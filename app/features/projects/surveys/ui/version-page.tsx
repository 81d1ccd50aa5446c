import { useTranslation } from 'react-i18next'
import type { Section } from '#db/schema/surveys.ts'
import { htmlLang, locales, type Locale } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { allQuestions } from '../engine.ts'
import { RefusedNotice } from './refused-notice.tsx'
import styles from './surveys.module.css'

interface Shown {
  list: string
  href: string
  version: number
  name: { ja: string; zh: string }
  sections: readonly Section[]
  draft: boolean
  edition: number
  refused: string | null
}

/** A version of a questionnaire with all its questions in both languages; a draft can be changed from here. */
export function VersionPage({ list, href, version, name, sections, draft, edition, refused }: Shown) {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  return (
    <Sheet title={name[locale]} lead={t(draft ? 'desk.draftVersion' : 'desk.version', { n: version })} back={{ href: list, label: t('editor.versions') }}>
      <RefusedNotice reason={refused} />
      {!draft && (
        <Notice>
          <p>{t('editor.frozen')}</p>
        </Notice>
      )}
      {sections.map((section) => (
        <section key={section.code}>
          <h2>
            {section.title[locale]}
            {draft && (
              <>
                {' '}
                <a className={styles.small} href={`${href}/section?code=${section.code}`}>
                  {t('review.change')}
                </a>
              </>
            )}
          </h2>
          {section.questions.length === 0 && <p>{t('editor.empty')}</p>}
          <dl className={styles.answers}>
            {section.questions.map((question) => (
              <div key={question.code}>
                <dt>
                  {[question.code, t(`questionKinds.${question.kind}`), question.required ? t('editor.required') : ''].filter(Boolean).join(' · ')}
                  {draft && (
                    <>
                      {' · '}
                      <a href={`${href}/question?code=${question.code}`}>{t('editor.editQuestion')}</a>
                    </>
                  )}
                </dt>
                {locales.map((language) => (
                  <dd key={language} lang={htmlLang[language]}>
                    {question.text[language]}
                    {question.options && <span className={styles.small}>（{question.options.map((option) => option[language]).join(' / ')}）</span>}
                    {question.unit && <span className={styles.small}>（{question.unit[language]}）</span>}
                  </dd>
                ))}
                {question.when && <dd className={styles.small}>{t('editor.condition', { question: question.when.question, codes: question.when.codes.join(', ') })}</dd>}
              </div>
            ))}
          </dl>
          {draft && (
            <p>
              <LinkButton tone="quiet" size="small" href={`${href}/question?section=${section.code}`}>
                {t('editor.addQuestion')}
              </LinkButton>
            </p>
          )}
        </section>
      ))}
      {draft && (
        <>
          <p>
            <LinkButton tone="quiet" href={`${href}/section`}>
              {t('editor.addSection')}
            </LinkButton>
          </p>
          {allQuestions(sections).length > 0 && (
            <form method="post" action={`${href}/publication`}>
              <input type="hidden" name="edition" value={edition} />
              <p>{t('editor.publishNote')}</p>
              <Button>{t('editor.publish')}</Button>
            </form>
          )}
        </>
      )}
    </Sheet>
  )
}
