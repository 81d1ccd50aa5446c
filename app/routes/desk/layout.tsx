import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { demoSignIns } from '#app/features/accounts/demo.server.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { endingCalendars } from '#app/features/inquiries/calendar/working-days.ts'
import { now } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { formatDate, i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { Refusal } from '#app/ui/refusal.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('accounts:desk.title') },
  { name: 'robots', content: 'noindex' },
]
const ROOMS = ['inquiries', 'tasks', 'projects', 'listings', 'joinings', 'companies', 'surveys', 'campaigns', 'flyers', 'templates', 'numbers', 'terminology', 'letters'] as const
/** Rooms that only managers enter. */
const MANAGERS = ['trust', 'staff'] as const

export const headers = () => ({ 'Cache-Control': 'no-store' })

/** Loaders run side by side: every page below calls the gate itself as well. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const clerk = await requireSecretary(request, localeOf(params))
  const demo = await demoSignIns(db)
  return { name: clerk.name, manager: clerk.role === 'manager', demo: demo.map(({ email }) => email), lettersToFiles: !env.smtpUrl, calendars: endingCalendars(now()) }
}

export default function Desk() {
  const { t, i18n } = useTranslation(['accounts', 'site', 'casework'])
  const { name, manager, demo, lettersToFiles, calendars } = useLoaderData<typeof loader>()
  const warnings = [
    ...(demo.length > 0 ? [t('desk.demoPassword', { emails: demo.join(', ') })] : []),
    ...(lettersToFiles ? [t('desk.noMailServer')] : []),
    ...calendars.map(({ country, until }) => t(`casework:calendar.${country}`, { until: formatDate(until, isLocale(i18n.language) ? i18n.language : 'ja') })),
  ]
  return (
    <DeskFrame home={`/${i18n.language}/desk`} brand={t('site:office')} rooms={[...ROOMS, ...(manager ? MANAGERS : [])].map((room) => ({ href: `/${i18n.language}/desk/${room}`, label: t(`desk.${room}`) }))} person={name} warnings={warnings}>
      <Outlet />
    </DeskFrame>
  )
}

export function ErrorBoundary() {
  const { t, i18n } = useTranslation('site')
  const error = useRouteError()
  return (
    <DeskFrame home={`/${i18n.language}/desk`} brand={t('office')}>
      <Refusal status={isRouteErrorResponse(error) ? error.status : 500} />
    </DeskFrame>
  )
}
