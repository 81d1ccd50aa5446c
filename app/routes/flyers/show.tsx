import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db, transact } from '#db/index.ts'
import { askedFlyer } from '#app/features/outreach/flyers/asked-flyer.server.ts'
import { mailForm } from '#app/features/outreach/flyers/flyer-form.ts'
import { listLogos, readLogo } from '#app/features/outreach/flyers/logos.server.ts'
import { mailFlyer, mayMail } from '#app/features/outreach/flyers/mailing.server.ts'
import { troubleOf } from '#app/features/outreach/flyers/printing.server.ts'
import { FlyerPage } from '#app/features/outreach/flyers/ui/flyer-page.tsx'
import { formData, formSeal, readForm, readSeal, typedOf } from '#app/platform/form.server.ts'
import { headOf } from '#app/platform/head.ts'
import { isLocale, translator } from '#app/platform/locale.ts'

export const headers = () => ({ 'Cache-Control': 'no-store' })
export const meta: MetaFunction<typeof loader> = (asked) =>
  headOf(asked, asked.data && { title: `${translator(isLocale(asked.params.locale) ? asked.params.locale : 'ja')('flyers:page.title')} ${asked.data.name}`, unlisted: true })

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, subject, file } = await askedFlyer(request, params)
  const asked = new URL(request.url).searchParams
  const partner = asked.get('partner') ?? ''
  const [logos, logo] = await Promise.all([listLogos(db), readLogo(db, partner)])
  return { name: subject.name, back: `/${locale}${subject.path}`, file, logos, partner: logo ? partner : '', trouble: await troubleOf(subject, locale, logo), seal: formSeal(), sent: asked.has('sent') }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const { locale, subject, page } = await askedFlyer(request, params)
  const read = await readForm(request, mailForm)
  if (!read.ok) return data({ kept: read, refused: null }, 400)
  const sent = await formData(request)
  const typed = { errors: {}, typed: typedOf(sent) }
  const seal = readSeal(sent)
  const { email, partner } = read.value
  const query = partner ? `?partner=${encodeURIComponent(partner)}` : ''
  const done = redirect(`/${locale}${page}${query ? `${query}&` : '?'}sent`, 303)
  // A program learns nothing from being ignored.
  if (sent.get('homepage') || seal === 'fast') return done
  if (seal !== 'good' || !(await mayMail(context.address, email))) return data({ kept: typed, refused: 'tooOften' as const }, 429)
  await transact((tx) => mailFlyer(tx, { email, locale, page: page + query, name: subject.name }))
  return done
}

export default function Flyer() {
  const refused = useActionData<typeof action>()
  return <FlyerPage {...useLoaderData<typeof loader>()} kept={refused?.kept ?? null} refused={refused?.refused ?? null} />
}
