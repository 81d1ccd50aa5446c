import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db, transact } from '#db/index.ts'
import { requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { offerForm } from '#app/features/inquiries/needs/need-form.ts'
import { needToAnswer, offerToNeed, technologiesToOffer } from '#app/features/inquiries/needs/offering.server.ts'
import { OfferPage } from '#app/features/inquiries/needs/ui/offer-page.tsx'
import { hours } from '#app/platform/clock.ts'
import { formData, limit, readForm, typedOf } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

const offersPerPerson = limit(20, hours(1))

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { companyId } = await requireRegistrant(request, locale)
  const slug = params.slug ?? ''
  const need = await needToAnswer(db, slug, companyId)
  if (!need) throw redirect(`/${locale}/needs/${slug}`)
  return { slug, need, technologies: need.refused ? [] : await technologiesToOffer(db, companyId) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const person = await requireRegistrant(request, locale)
  const read = await readForm(request, offerForm)
  if (!read.ok) return data({ kept: read, often: false }, 400)
  if (!(await offersPerPerson(person.id))) return data({ kept: { errors: {}, typed: typedOf(await formData(request)) }, often: true }, 429)
  const slug = params.slug ?? ''
  const offered = await transact((tx) => offerToNeed(tx, person, slug, { body: read.value.offer, technologyIds: read.value.technology }))
  if (offered.ok) return redirect(`/${locale}/account/inquiries/${offered.approach}`)
  return redirect(offered.reason === 'ended' ? `/${locale}/needs/${slug}` : `/${locale}/account/needs/${slug}`)
}

export default function Offer() {
  const refused = useActionData<typeof action>()
  return <OfferPage {...useLoaderData<typeof loader>()} kept={refused?.kept ?? null} often={refused?.often ?? false} />
}
