import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { isRouteErrorResponse, Outlet, useRouteError, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { warnsOfDemo } from '#app/features/accounts/demo.server.ts'
import { pictureOf } from '#app/features/outreach/sharing/addresses.ts'
import { policyOfSigned, signsHere } from '#app/features/outreach/wechat/switch.server.ts'
import { weChatOf } from '#app/platform/wechat.ts'
import { PublicFrame } from '#app/ui/public-frame.tsx'
import { Refusal } from '#app/ui/refusal.tsx'
import { Share } from '#app/ui/share.tsx'
import { useSharedPage } from '#app/ui/shared-page.ts'
import { WeChatContext } from '#app/ui/wechat.tsx'

/** Known in memory: no page asks the database for it. */
export function loader({ request }: LoaderFunctionArgs) {
  const weChat = weChatOf(request.headers.get('user-agent'))
  const signed = signsHere(weChat, request.url)
  return data({ demo: warnsOfDemo(), weChat, signed }, signed ? { headers: { 'Content-Security-Policy': policyOfSigned } } : undefined)
}

/** Pages with headers of their own, such as all private ones, do not take these over. */
export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

/** Visitor chrome around every public page; nothing of it is hydrated. */
function Frame({ children, after }: { children: ReactNode; after?: ReactNode }) {
  const { t } = useTranslation('security')
  const known = useRouteLoaderData<typeof loader>('routes/public')
  return (
    <WeChatContext.Provider value={known?.weChat ?? null}>
      <PublicFrame warning={known?.demo ? t('demo.site') : undefined} after={after}>
        {children}
      </PublicFrame>
    </WeChatContext.Provider>
  )
}

export default function Public() {
  const page = useSharedPage()
  const signed = useRouteLoaderData<typeof loader>('routes/public')?.signed
  return (
    <Frame after={page && <Share page={page} picture={pictureOf(page.address)} />}>
      <Outlet />
      {page && signed && <script defer src="/wechat.js" />}
    </Frame>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  return (
    <Frame>
      <Refusal status={isRouteErrorResponse(error) ? error.status : 500} />
    </Frame>
  )
}
