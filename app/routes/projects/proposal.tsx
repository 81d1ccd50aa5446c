import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { proposalForm } from '#app/features/projects/candidates/form.ts'
import { mayPropose } from '#app/features/projects/candidates/limits.server.ts'
import { proposeProject } from '#app/features/projects/candidates/proposing.server.ts'
import { openCalls } from '#app/features/projects/candidates/rounds.server.ts'
import { ProposalPage } from '#app/features/projects/ui/proposal-page.tsx'
import { formData, formSeal, readForm, readSeal, typedOf, type FormState } from '#app/platform/form.server.ts'
import { headOf } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** Kept by the browser, so that going back after a broken line finds the same form with what was typed. */
export const headers = () => ({ 'Cache-Control': 'private, no-cache' })
export const meta: MetaFunction<typeof loader> = (asked) => {
  const { t } = i18nOf[isLocale(asked.params.locale) ? asked.params.locale : 'ja']
  return headOf(asked, { title: t('projects:proposal.heading'), unlisted: true })
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  localeOf(params)
  const [calls, fields] = await Promise.all([openCalls(db), readFields(db)])
  return { calls, fields, seal: formSeal(), thanks: new URL(request.url).searchParams.has('thanks') }
}

type Why = 'stale' | 'tooOften' | 'closed' | null

export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const sent = await formData(request)
  const seal = readSeal(sent)
  const sealed = seal === 'good' || seal === 'fast' ? { _shown: String(sent.get('_shown')), _key: String(sent.get('_key')) } : null
  const again = (status: number, kept: FormState, refused: Why) => data({ kept, refused, seal: sealed }, status)
  const read = await readForm(request, proposalForm)
  if (!read.ok) return again(400, read, null)
  const typed = { errors: {}, typed: typedOf(sent) }
  if (!sealed) return again(400, typed, 'stale')
  if (!(await mayPropose(context.address))) return again(429, typed, 'tooOften')
  const held = seal === 'fast' || Boolean(sent.get('homepage'))
  const proposed = await transact((tx) => proposeProject(tx, read.value, { locale, submissionKey: sealed._key, held }))
  return proposed.ok ? redirect(`/${locale}/projects/proposal?thanks`, 303) : again(409, typed, 'closed')
}

export default function Proposal() {
  const { t, i18n } = useTranslation('projects')
  const { calls, fields, seal, thanks } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (thanks || calls.length === 0) {
    return (
      <Sheet title={t('proposal.heading')} back={{ href: `/${i18n.language}/projects`, label: t('back') }}>
        <Notice role="status" {...(thanks ? {} : { tone: 'waiting' as const })}>
          <p>{t(thanks ? 'proposal.thanks' : 'proposal.none')}</p>
        </Notice>
      </Sheet>
    )
  }
  return <ProposalPage calls={calls} fields={fields} seal={refused?.seal ?? seal} kept={refused?.kept ?? null} refused={refused?.refused ?? null} />
}
