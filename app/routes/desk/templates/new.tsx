import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { templateUses } from '#db/schema/inquiries.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { templateForm } from '#app/features/inquiries/conversation/template-form.ts'
import { addTemplate } from '#app/features/inquiries/conversation/templates.server.ts'
import { TemplateFields } from '#app/features/inquiries/ui/template-fields.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { locales } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  return { list: `/${locale}/desk/templates` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const read = await readForm(request, templateForm)
  if (!read.ok) return data({ kept: read }, 400)
  const id = await transact((tx) => addTemplate(tx, clerk, read.value))
  return redirect(`/${locale}/desk/templates/${id}`)
}

export default function NewTemplate() {
  const { t } = useTranslation('conversation')
  const { list } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()?.kept
  return (
    <Sheet title={t('templates.add')} back={{ href: list, label: t('templates.title') }}>
      <form method="post" noValidate>
        <Choices name="use" label={t('templates.useLabel')} required kept={kept} options={templateUses.map((use) => ({ value: use, label: t(`templates.use.${use}`) }))} />
        <Choices name="language" label={t('templates.language')} required kept={kept} options={locales.map((language) => ({ value: language, label: t(`languages.${language}`) }))} />
        <TemplateFields kept={kept} />
        <Button>{t('templates.save')}</Button>
      </form>
    </Sheet>
  )
}
