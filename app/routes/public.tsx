import { isRouteErrorResponse, Outlet, useRouteError, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { warnsOfDemo } from '#app/features/accounts/demo.server.ts'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { Refusal } from '#app/ui/refusal.tsx'

/** Known in memory: no page asks the database for it. */
export const loader = () => ({ demo: warnsOfDemo() })

function useWarning(): string | undefined {
  const { t } = useTranslation('security')
  return useRouteLoaderData<typeof loader>('routes/public')?.demo ? t('demo.site') : undefined
}

/** Visitor chrome around every public page; nothing of it is hydrated. */
export default function Public() {
  return (
    <PublicFrame warning={useWarning()}>
      <Outlet />
    </PublicFrame>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  return (
    <PublicFrame warning={useWarning()}>
      <Refusal status={isRouteErrorResponse(error) ? error.status : 500} />
    </PublicFrame>
  )
}
