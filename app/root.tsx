import type { LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, useParams, useRouteError, isRouteErrorResponse } from '@remix-run/react'
import type { ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import './styles/tokens.css'
import './styles/base.css'
import { Refusal } from '#app/ui/refusal.tsx'
import { siteFacts } from '#app/platform/site.server.ts'
import { htmlLang, i18nOf, isLocale, type Locale } from '#app/platform/locale.ts'

/** Of the settings only: every head is made from it, and the foot's filing. */
export const loader = ({ context }: LoaderFunctionArgs) => siteFacts(context.host)

function useLocale(): Locale {
  const { locale } = useParams()
  return isLocale(locale) ? locale : 'ja'
}

/** The document. No scripts: public pages and the desk are plain HTML (README, decision 3). */
export function Layout({ children }: { children: ReactNode }) {
  const locale = useLocale()
  return (
    <html lang={htmlLang[locale]}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#14532d" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body>
        <I18nextProvider i18n={i18nOf[locale]}>{children}</I18nextProvider>
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  return <Refusal status={isRouteErrorResponse(error) ? error.status : 500} />
}
