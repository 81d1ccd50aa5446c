import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useLoaderData, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { DeskFrame } from '#app/ui/desk-frame.tsx'
import { Refusal } from '#app/ui/refusal.tsx'

/** A firm's own rooms; the first is the dashboard. Whoever has no firm sees the last only. */
const ROOMS = ['', 'company', 'people', 'import', 'security'] as const

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('accounts:account.title') },
  { name: 'robots', content: 'noindex' },
]
export const headers = () => ({ 'Cache-Control': 'no-store' })

/** Loaders run side by side: every page below calls the gate itself as well. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { name, role, companyId } = await requireHolder(request, localeOf(params))
  return { name, firm: role === 'registrant' && companyId !== null, staff: role !== 'registrant' }
}

export default function Account() {
  const { t, i18n } = useTranslation('accounts')
  const { name, firm, staff } = useLoaderData<typeof loader>()
  const home = `/${i18n.language}/${staff ? 'desk' : 'account'}`
  const rooms = ROOMS.filter((room) => firm || room === 'security').map((room) => ({
    href: `/${i18n.language}/account${room && `/${room}`}`,
    label: t(`account.rooms.${room || 'home'}` as 'account.rooms.home'),
  }))
  return (
    <DeskFrame home={home} brand={t(staff ? 'desk.title' : 'account.title')} rooms={rooms} person={name}>
      <Outlet />
    </DeskFrame>
  )
}

export function ErrorBoundary() {
  const { t, i18n } = useTranslation('accounts')
  const error = useRouteError()
  return (
    <DeskFrame home={`/${i18n.language}/account`} brand={t('account.title')}>
      <Refusal status={isRouteErrorResponse(error) ? error.status : 500} />
    </DeskFrame>
  )
}
