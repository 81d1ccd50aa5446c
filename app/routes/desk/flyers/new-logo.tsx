import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { logoForm } from '#app/features/outreach/flyers/flyer-form.ts'
import { addLogo, drawnLogo, MOST_LOGO_BYTES } from '#app/features/outreach/flyers/logos.server.ts'
import { formData, readForm, refuse } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  return { desk: `/${locale}/desk/flyers` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const sent = await formData(request)
  const read = await readForm(request, logoForm)
  if (!read.ok) return data({ kept: read }, 400)
  const file = sent.get('file')
  const bad = (reason: string) => data({ kept: refuse(sent, 'file', reason) }, 400)
  if (!(file instanceof File) || file.size === 0) return bad('noFile')
  if (file.size > MOST_LOGO_BYTES) return bad('tooLarge')
  const logo = await drawnLogo(Buffer.from(await file.arrayBuffer()))
  if (!logo) return bad('notPicture')
  await transact((tx) => addLogo(tx, clerk, { ...logo, name: read.value.name }))
  return redirect(`/${locale}/desk/flyers?done=added`, 303)
}

export default function NewLogo() {
  const { t } = useTranslation('flyers')
  const { desk } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()?.kept
  const say = (key: string) => t(`logos.errors.${key}` as 'logos.errors.required')
  return (
    <Sheet title={t('logos.add')} lead={t('logos.lead')} back={{ href: desk, label: t('desk.title') }}>
      <form method="post" encType="multipart/form-data" noValidate>
        <TextField name="name" label={t('logos.name')} hint={t('logos.nameHint')} required maxLength={60} kept={kept} say={say} />
        <TextField name="file" type="file" accept="image/png,image/jpeg" label={t('logos.file')} required kept={kept && { ...kept, typed: {} }} say={say} />
        <Button>{t('logos.save')}</Button>
      </form>
    </Sheet>
  )
}
