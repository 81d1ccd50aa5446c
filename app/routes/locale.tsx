import type { LoaderFunctionArgs } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { localeOf } from '#app/platform/request.server.ts'

export function loader({ params }: LoaderFunctionArgs) {
  localeOf(params)
  return null
}

export default function LocaleRoute() {
  return <Outlet />
}
