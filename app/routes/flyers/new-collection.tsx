import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { namesOfTechnologies } from '#app/features/catalogue/naming.server.ts'
import { readClips } from '#app/features/inquiries/clips.ts'
import { TechnologyNames } from '#app/features/inquiries/ui/technology-names.tsx'
import { makeCollection, mayCollect, titleTrouble } from '#app/features/outreach/flyers/collections.server.ts'
import { collectionForm } from '#app/features/outreach/flyers/flyer-form.ts'
import { formData, formSeal, readForm, readSeal, refuse } from '#app/platform/form.server.ts'
import { headOf } from '#app/platform/head.ts'
import { isLocale, translator } from '#app/platform/locale.ts'
import { localeOf, readCookie } from '#app/platform/request.server.ts'
import { tongueOf } from '#app/platform/tongue.ts'
import { Button } from '#app/ui/button.tsx'
import { Seal, TextField, Trap } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = () => ({ 'Cache-Control': 'no-store' })
export const meta: MetaFunction = (asked) => headOf(asked, { title: translator(isLocale(asked.params.locale) ? asked.params.locale : 'ja')('flyers:collection.make'), unlisted: true })

const clipped = (request: Request) => namesOfTechnologies(db, { slugs: readClips(readCookie(request, 'clips')) })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const technologies = await clipped(request)
  if (technologies.length === 0) throw redirect(`/${locale}/clips`)
  return { technologies: technologies.map(({ slug, name, company }) => ({ slug, name, company: { name: company.name } })), clips: `/${locale}/clips`, seal: formSeal() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const read = await readForm(request, collectionForm)
  if (!read.ok) return data({ kept: read }, 400)
  const sent = await formData(request)
  const again = (status: number, reason: string) => data({ kept: refuse(sent, 'title', reason) }, status)
  const { title } = read.value
  const trouble = await titleTrouble(title)
  if (trouble) return again(400, trouble)
  const technologies = await clipped(request)
  if (technologies.length === 0) return again(400, 'none')
  if (sent.get('homepage') || readSeal(sent) === 'forged' || !(await mayCollect(context.address))) return again(429, 'tooOften')
  const code = await transact((tx) => makeCollection(tx, { title, language: tongueOf(title) ?? locale, technologyIds: technologies.map(({ id }) => id) }))
  return redirect(`/${locale}/collections/${code}`, 303)
}

export default function NewCollection() {
  const { t } = useTranslation('flyers')
  const { technologies, clips, seal } = useLoaderData<typeof loader>()
  const say = (key: string) => t(`collection.errors.${key}` as 'collection.errors.required')
  return (
    <Sheet title={t('collection.make')} lead={t('collection.makeLead')} back={{ href: clips }}>
      <TechnologyNames technologies={technologies} />
      <form method="post" noValidate>
        <TextField name="title" label={t('collection.name')} hint={t('collection.nameHint')} required maxLength={60} kept={useActionData<typeof action>()?.kept} say={say} />
        <Trap name="homepage" />
        <Seal seal={seal} />
        <Button>{t('collection.create')}</Button>
      </form>
    </Sheet>
  )
}
