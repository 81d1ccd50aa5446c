import { useTranslation } from 'react-i18next'
import type { Section } from '#db/schema/surveys.ts'
import type { Locale } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { allQuestions } from '../engine.ts'
import type { Way } from '../ordering.ts'
import { Mover } from './mover.tsx'
import { QuestionShown } from './question-shown.tsx'
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
  /** what was moved last, and which way */
  moved: { way: Way; question: string | null; section: string | null } | null
}

/** A version of a questionnaire with all its questions in both languages; a draft can be changed from here. */
export function VersionPage({ list, href, version, name, sections, draft, edition, refused, moved }: Shown) {
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
      {sections.map((section, at) => (
        <section key={section.code}>
          <div className={styles.titled}>
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
            {draft && sections.length > 1 && (
              <Mover href={href} edition={edition} what="section" code={section.code} name={section.title[locale]} can={{ up: at > 0, down: at < sections.length - 1 }} last={moved?.section === section.code ? moved.way : null} />
            )}
          </div>
          {section.questions.length === 0 && <p>{t('editor.empty')}</p>}
          <ol className={styles.questions}>
            {section.questions.map((question, place) => (
              <li key={question.code}>
                <QuestionShown question={question} all={allQuestions(sections)} {...(draft ? { edit: `${href}/question?code=${question.code}` } : {})} />
                {draft && (
                  <Mover
                    href={href}
                    edition={edition}
                    what="question"
                    code={question.code}
                    name={question.text[locale]}
                    can={{ up: at > 0 || place > 0, down: at < sections.length - 1 || place < section.questions.length - 1 }}
                    last={moved?.question === question.code ? moved.way : null}
                  />
                )}
              </li>
            ))}
          </ol>
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
