import { isRouteErrorResponse, Outlet, useRouteError } from '@remix-run/react'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { Refusal } from '#app/ui/refusal.tsx'

/** Visitor chrome around every public page; nothing of it is hydrated. */
export default function Public() {
  return (
    <PublicFrame>
      <Outlet />
    </PublicFrame>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  return (
    <PublicFrame>
      <Refusal status={isRouteErrorResponse(error) ? error.status : 500} />
    </PublicFrame>
  )
}
