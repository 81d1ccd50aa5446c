import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { openDeskVersion } from '#app/features/projects/surveys/desk-open.server.ts'
import { allQuestions } from '#app/features/projects/surveys/engine.ts'
import { questionForm } from '#app/features/projects/surveys/form.ts'
import { saveQuestion } from '#app/features/projects/surveys/questionnaires.server.ts'
import { QuestionEditor } from '#app/features/projects/surveys/ui/question-editor.tsx'
import { RefusedNotice } from '#app/features/projects/surveys/ui/refused-notice.tsx'
import { formData, readForm, typedOf } from '#app/platform/form.server.ts'
import styles from '#app/features/projects/surveys/ui/surveys.module.css'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { version, href } = await openDeskVersion(request, params)
  const search = new URL(request.url).searchParams
  if (version.publishedAt || version.sections.length === 0) throw redirect(href)
  const code = search.get('code')
  const own = version.sections.find((section) => section.questions.some((one) => one.code === code))
  return {
    href,
    edition: version.edition,
    section: own?.code ?? search.get('section') ?? version.sections.at(-1)!.code,
    sections: version.sections.map(({ code: value, title }) => ({ value, title })),
    question: own?.questions.find((one) => one.code === code) ?? null,
    conditions: allQuestions(version.sections).flatMap(({ code: other, text, options, kind }) => (other !== code && (options || kind === 'scale') ? [{ code: other, text }] : [])),
  }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, version, href } = await openDeskVersion(request, params)
  const read = await readForm(request, questionForm)
  if (!read.ok) return data({ kept: read, reason: null }, 400)
  const { edition, section, question } = read.value
  const done = await transact((tx) => saveQuestion(tx, clerk, version, edition, section, question, new URL(request.url).searchParams.get('code')))
  return done.ok ? redirect(href) : data({ kept: { errors: {}, typed: typedOf(await formData(request)) }, reason: done.reason }, 409)
}

export default function QuestionForm() {
  const { t } = useTranslation('surveys')
  const { href, question, ...given } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t(question ? 'editor.editQuestion' : 'editor.addQuestion')} back={{ href }}>
      <RefusedNotice reason={refused?.reason} />
      <form method="post" action={question ? `${href}/question?code=${question.code}` : `${href}/question`} noValidate>
        <QuestionEditor question={question} {...given} kept={refused?.kept} />
        <Button>{t('desk.save')}</Button>
      </form>
      {question && (
        <form method="post" action={`${href}/questions/${question.code}/removal`} className={styles.removal}>
          <input type="hidden" name="edition" value={given.edition} />
          <Button tone="harm">{t('editor.dropQuestion')}</Button>
        </form>
      )}
    </Sheet>
  )
}
