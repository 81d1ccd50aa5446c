import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db, transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { searchTechnologies } from '#app/features/catalogue/data.server.ts'
import { namesOfTechnologies } from '#app/features/catalogue/naming.server.ts'
import { momentAt } from '#app/features/inquiries/calendar/working-days.ts'
import { registrationForm } from '#app/features/inquiries/casework-form.ts'
import { openInquiry } from '#app/features/inquiries/opening.server.ts'
import { RegistrationPage } from '#app/features/inquiries/ui/registration-page.tsx'
import { now, today } from '#app/platform/clock.ts'
import { formData, readForm, refuse, typedOf, type FormState } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'

const MOST_FOUND = 10

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  const { searchParams } = new URL(request.url)
  const q = (searchParams.get('q') ?? '').trim().slice(0, 80)
  const chosen = await namesOfTechnologies(db, { slugs: searchParams.getAll('technology').slice(0, 5) })
  const found = q ? await searchTechnologies(db, { q, filters: {}, order: 'kana-asc', page: 1, limit: MOST_FOUND }) : null
  const more = found ? await namesOfTechnologies(db, { slugs: found.items.map(({ slug }) => slug).filter((slug) => !chosen.some((one) => one.slug === slug)) }) : []
  return { q, chosen, found: more, formKey: crypto.randomUUID(), today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const sent = await formData(request)
  const again = (status: number, kept: FormState, refused: 'too-many-open' | null) => data({ kept, refused }, status)
  const read = await readForm(request, registrationForm)
  if (!read.ok) return again(400, read, null)
  const { origin, language, how, when, ...form } = read.value
  const at = momentAt(when, '12:00', 'JP')
  if (!at || when > today()) return again(400, refuse(sent, 'when', 'invalid'), null)
  const technologies = (await namesOfTechnologies(db, { slugs: form.technology })).map(({ id }) => id)
  const spoken = { clerk, how, at: new Date(Math.min(at.getTime(), now().getTime())), origin }
  const opened = await transact((tx) => openInquiry(tx, { locale: language, form, technologies, submissionKey: String(sent.get('_key') ?? crypto.randomUUID()), held: false, spoken }))
  if (!opened.ok) return again(409, { errors: {}, typed: typedOf(sent) }, opened.reason)
  return redirect(`/${locale}/desk/inquiries/${opened.id}?done=registered`)
}

export default function Register() {
  return <RegistrationPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />
}
