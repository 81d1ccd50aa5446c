import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { titleForm } from '#app/features/projects/candidates/form.ts'
import { mayAnswer, openTitle } from '#app/features/projects/candidates/private-title.server.ts'
import { answerTitle } from '#app/features/projects/candidates/titles.server.ts'
import { TitleText } from '#app/features/projects/ui/title-text.tsx'
import { formData, readForm, typedOf, type FormState } from '#app/platform/form.server.ts'
import { formatTime, i18nOf, isLocale, type Locale } from '#app/platform/locale.ts'
import { once } from '#app/platform/submissions.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmissionKey } from '#app/ui/submission-key.tsx'

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' })
export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('projects:confirming.heading') },
  { name: 'robots', content: 'noindex, nofollow' },
]

export async function loader({ params }: LoaderFunctionArgs) {
  const { side, shown, last } = await openTitle(params)
  return { side, shown, last }
}

interface Refused {
  kept: FormState
  refused: 'tooOften' | 'changed' | null
}

/** Mail scanners follow links: only sending the form says something. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { locale, projectId, side } = await openTitle(params)
  const read = await readForm(request, titleForm)
  if (!read.ok) return data<Refused>({ kept: read, refused: null }, 400)
  const again = async (status: number, refused: Refused['refused']) => data<Refused>({ kept: { errors: {}, typed: typedOf(await formData(request)) }, refused }, status)
  if (!(await mayAnswer(context.address))) return again(429, 'tooOften')
  const answered = await transact((tx) => once(tx, request, () => answerTitle(tx, projectId, side, read.value)))
  return answered.ok ? redirect(`/${locale}/titles/${params.token}`, 303) : again(409, 'changed')
}

export default function ConfirmTitle() {
  const { t, i18n } = useTranslation('projects')
  const { side, shown, last } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('confirming.heading')} lead={t('confirming.lead', { side: t(`sides.${side}`) })}>
      {refused?.refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(`confirming.${refused.refused}`)}</p>
        </Notice>
      )}
      {last && (
        <Notice role="status" {...(last.agreed ? {} : { tone: 'waiting' as const })}>
          <p>{t(last.agreed ? 'confirming.youAgreed' : 'confirming.youRemarked', { at: formatTime(last.at, i18n.language as Locale) })}</p>
          {last.remark && <p>{last.remark}</p>}
        </Notice>
      )}
      <TitleText shown={shown} />
      <form method="post" noValidate>
        <SubmissionKey />
        <input type="hidden" name="textHash" value={shown.textHash} />
        <Choices
          name="agreed"
          label={t(last ? 'confirming.changeMind' : 'confirming.question')}
          required
          options={(['yes', 'no'] as const).map((value) => ({ value, label: t(`confirming.${value}`) }))}
          kept={refused?.kept}
        />
        <TextArea name="remark" label={t('confirming.remark')} hint={t('confirming.remarkHint')} rows={4} maxLength={1000} kept={refused?.kept} />
        <Button wide>{t('confirming.send')}</Button>
      </form>
    </Sheet>
  )
}
