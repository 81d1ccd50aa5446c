import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { standingForm } from '#app/features/projects/standing/form.ts'
import { mayReport, openStanding } from '#app/features/projects/standing/private-page.server.ts'
import { takeReport } from '#app/features/projects/standing/reports.server.ts'
import { StandingPage } from '#app/features/projects/ui/standing-page.tsx'
import { today } from '#app/platform/clock.ts'
import { formData, readForm, refuse, typedOf, type FormState } from '#app/platform/form.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { Notice } from '#app/ui/notice.tsx'

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' })
export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('projects:standing.heading') },
  { name: 'robots', content: 'noindex, nofollow' },
]

export async function loader({ params, request }: LoaderFunctionArgs) {
  const { party, project } = await openStanding(params)
  return { party: { ja: party.ja, zh: party.zh }, project, fields: await readFields(db), today: today(), formKey: crypto.randomUUID(), thanks: new URL(request.url).searchParams.has('thanks') }
}

interface Refused {
  kept: FormState
  refused: 'tooOften' | null
}

/** Mail scanners follow links: only sending the form says something. */
export async function action({ params, request, context }: ActionFunctionArgs) {
  const { locale, party } = await openStanding(params)
  const sent = await formData(request)
  const read = await readForm(request, standingForm)
  if (!read.ok) return data<Refused>({ kept: read, refused: null }, 400)
  if (!(await mayReport(context.address))) return data<Refused>({ kept: { errors: {}, typed: typedOf(sent) }, refused: 'tooOften' }, 429)
  const key = String(sent.get('_key') ?? '').slice(0, 64) || crypto.randomUUID()
  const taken = await transact((tx) => takeReport(tx, party, read.value, locale, key))
  if (!taken.ok) return data<Refused>({ kept: refuse(sent, 'on', 'invalid'), refused: null }, 400)
  return redirect(`/${locale}/standing/${params.token}?thanks`, 303)
}

export default function Standing() {
  const { t } = useTranslation('projects')
  const refused = useActionData<typeof action>()
  return (
    <StandingPage {...useLoaderData<typeof loader>()} kept={refused?.kept ?? null}>
      {refused?.refused && (
        <Notice tone="waiting" role="alert">
          <p>{t('confirming.tooOften')}</p>
        </Notice>
      )}
    </StandingPage>
  )
}
