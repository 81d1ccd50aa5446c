import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { needOf } from '#app/features/inquiries/needs/drafting.server.ts'
import { publicationForm } from '#app/features/inquiries/needs/need-form.ts'
import { publicationHash } from '#app/features/inquiries/needs/publication-words.server.ts'
import { agreedTo, agreeToPublication, refusePublication } from '#app/features/inquiries/needs/publishing.server.ts'
import { PublicationForm } from '#app/features/inquiries/needs/ui/publication-form.tsx'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { readForm } from '#app/platform/form.server.ts'
import { once } from '#app/platform/submissions.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders

export async function loader({ params }: LoaderFunctionArgs) {
  const { href, subject, locale } = await openPrivatePage('receipt', params)
  const need = await needOf(db, subject)
  if (!need || (!need.askedAt && need.state === 'draft') || need.state === 'closed') throw redirect(href)
  const { titleJa, titleZh, textJa, textZh, fields, organisationKind, region, size, closesOn, state, publishedAt } = need
  const agreed = Boolean(await agreedTo(db, need))
  return { href, agreed, published: state === 'published', hash: publicationHash(need, locale), fields: await readFields(db), need: { titleJa, titleZh, textJa, textZh, fields, organisationKind, region, size, closesOn, publishedAt } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { subject, href, locale } = await openPrivatePage('receipt', params)
  const read = await readForm(request, publicationForm)
  if (!read.ok) return data({ kept: read }, 400)
  const decision = read.value
  const moved = await transact((tx) => once(tx, request, () => (decision.decision === 'agree' ? agreeToPublication(tx, subject, decision.words, locale) : refusePublication(tx, subject))))
  return redirect(moved.ok ? href : `${href}?done=already-moved`)
}

export default function Publication() {
  const { t } = useTranslation('needs')
  const { href, ...shown } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('consent.title')} lead={t('consent.lead')} back={{ href }}>
      <PublicationForm {...shown} kept={refused?.kept ?? null} />
    </Sheet>
  )
}
