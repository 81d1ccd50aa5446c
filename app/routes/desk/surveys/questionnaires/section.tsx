import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { openDeskVersion } from '#app/features/projects/surveys/desk-open.server.ts'
import { sectionForm } from '#app/features/projects/surveys/form.ts'
import { saveSection } from '#app/features/projects/surveys/questionnaires.server.ts'
import { RefusedNotice } from '#app/features/projects/surveys/ui/refused-notice.tsx'
import { formData, readForm, typedOf } from '#app/platform/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { version, href } = await openDeskVersion(request, params)
  if (version.publishedAt) throw redirect(href)
  const code = new URL(request.url).searchParams.get('code')
  const section = version.sections.find((one) => one.code === code)
  return { href, edition: version.edition, section: section ? { code: section.code, title: section.title } : null }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, version, href } = await openDeskVersion(request, params)
  const read = await readForm(request, sectionForm)
  if (!read.ok) return data({ kept: read, reason: null }, 400)
  const { edition, code, titleJa, titleZh } = read.value
  const done = await transact((tx) => saveSection(tx, clerk, version, edition, { code, title: { ja: titleJa, zh: titleZh } }, new URL(request.url).searchParams.get('code')))
  return done.ok ? redirect(href) : data({ kept: { errors: {}, typed: typedOf(await formData(request)) }, reason: done.reason }, 409)
}

export default function SectionForm() {
  const { t } = useTranslation('surveys')
  const { href, edition, section } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t(section ? 'editor.section' : 'editor.addSection')} back={{ href }}>
      <RefusedNotice reason={refused?.reason} />
      <form method="post" action={section ? `${href}/section?code=${section.code}` : `${href}/section`} noValidate>
        <input type="hidden" name="edition" value={edition} />
        <TextField name="code" label={t('editor.code')} hint={t('editor.codeHint')} required kept={refused?.kept} defaultValue={section?.code} />
        <TextField name="titleJa" label={t('editor.sectionTitleJa')} required kept={refused?.kept} defaultValue={section?.title.ja} />
        <TextField name="titleZh" label={t('editor.sectionTitleZh')} required kept={refused?.kept} defaultValue={section?.title.zh} />
        <Button>{t('desk.save')}</Button>
      </form>
    </Sheet>
  )
}
