import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { namesOfTechnologies } from '#app/features/catalogue/naming.server.ts'
import { asksNeed, kindsFor, technologiesAsked, wordsBrought } from '#app/features/inquiries/asking.server.ts'
import { clipsCookie } from '#app/features/inquiries/clips.ts'
import { inquiryForm } from '#app/features/inquiries/form.ts'
import { openInquiry } from '#app/features/inquiries/opening.server.ts'
import { AskingPage } from '#app/features/inquiries/ui/asking-page.tsx'
import { formData, formSeal, mayInquire, readForm, readSeal, refuse, typedOf, type FormState } from '#app/platform/form.server.ts'
import { headOf } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'

/** Kept by the browser, so that going back after a broken line finds the same form with what was typed. */
export const headers = () => ({ 'Cache-Control': 'private, no-cache' })

export const meta: MetaFunction<typeof loader> = (asked) => {
  const { t } = i18nOf[isLocale(asked.params.locale) ? asked.params.locale : 'ja']
  if (asked.data?.need) return headOf(asked, { title: t('needs:form.title'), description: t('needs:form.lead') })
  return headOf(asked, { title: t(asked.params.slug ? 'inquiries:form.titleTechnology' : 'inquiries:form.titleOffice'), unlisted: true })
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  const technologies = await technologiesAsked(request, params.slug)
  const about = technologies.map(({ slug, name, company }) => ({ slug, name, company: { name: company.name } }))
  const need = asksNeed(request)
  return { about, need, brought: wordsBrought(request), kinds: kindsFor(need, about), seal: formSeal() }
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const sent = await formData(request)
  const seal = readSeal(sent)
  const again = (status: number, kept: FormState, refused: Refused | null, sealed = keepSeal(sent, seal)) => data({ kept, refused, seal: sealed }, status)
  const read = await readForm(request, inquiryForm)
  if (!read.ok) return again(400, read, null)
  if (seal === 'old' || seal === 'forged') return again(400, { errors: {}, typed: typedOf(sent) }, 'stale', null)
  const need = asksNeed(request)
  const technologies = need ? [] : await namesOfTechnologies(db, { slugs: params.slug ? [params.slug] : read.value.technology })
  if (!kindsFor(need, technologies).includes(read.value.kind)) return again(400, refuse(sent, 'kind', 'choose'), null)
  if (!(await mayInquire(context.address))) return again(429, { errors: {}, typed: typedOf(sent) }, 'too-often')

  const ids = technologies.map(({ id }) => id)
  const held = seal === 'fast' || Boolean(sent.get('homepage'))
  const opened = await transact((tx) =>
    openInquiry(tx, { locale, form: read.value, technologies: ids, submissionKey: String(sent.get('_key')), held }),
  )
  if (!opened.ok) return again(409, { errors: {}, typed: typedOf(sent) }, opened.reason)
  if (opened.fresh) context.count({ kind: 'inquiry', language: locale, subjects: ids })
  const clipped = new URL(request.url).searchParams.has('clips')
  return redirect(`/${locale}/receipts/${opened.token}`, clipped ? { headers: { 'Set-Cookie': clipsCookie([]) } } : {})
}

type Refused = 'too-many-open' | 'too-often' | 'stale'

/** A form that is shown again keeps its seal: a person who mends one field is not measured anew. */
function keepSeal(sent: FormData, seal: ReturnType<typeof readSeal>) {
  return seal === 'good' || seal === 'fast' ? { _shown: String(sent.get('_shown')), _key: String(sent.get('_key')) } : null
}

export default function NewInquiry() {
  const { t } = useTranslation(['inquiries', 'needs'])
  const { about, need, brought, kinds, seal } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <AskingPage
      title={need ? t('needs:form.title') : t(about.length > 0 ? 'form.titleTechnology' : 'form.titleOffice')}
      need={need}
      brought={brought}
      technologies={about}
      kinds={kinds}
      seal={refused?.seal ?? seal}
      kept={refused?.kept ?? null}
      refused={refused?.refused ?? null}
    />
  )
}
