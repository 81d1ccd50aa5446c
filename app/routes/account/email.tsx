import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { confirmAddress } from '#app/features/accounts/address.server.ts'
import { readAccountLink } from '#app/features/accounts/data.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('security:emailLink.title') },
  { name: 'robots', content: 'noindex' },
]
export const headers = () => ({ 'Cache-Control': 'no-store' })

export async function loader({ params }: LoaderFunctionArgs) {
  localeOf(params)
  const found = await readAccountLink(db, 'email', params.token!)
  return found?.user.pendingEmail ? data({ email: found.user.pendingEmail }) : data(null, 410)
}

/** Programs that look into letters follow links; only the button confirms. */
export async function action({ params }: ActionFunctionArgs) {
  localeOf(params)
  const found = await readAccountLink(db, 'email', params.token!)
  const done = found !== null && (await confirmAddress(found.link, found.user))
  return data({ done }, done ? 200 : 410)
}

export default function ConfirmEmail() {
  const { t, i18n } = useTranslation('security')
  const pending = useLoaderData<typeof loader>()
  const done = useActionData<typeof action>()?.done
  if (done || !pending) {
    return (
      <Sheet title={t(done ? 'emailLink.doneTitle' : 'emailLink.goneTitle')} lead={t(done ? 'emailLink.done' : 'emailLink.gone')}>
        <LinkButton tone="quiet" href={`/${i18n.language}/account/security`}>
          {t('emailLink.toSecurity')}
        </LinkButton>
      </Sheet>
    )
  }
  return (
    <Sheet title={t('emailLink.title')} lead={t('emailLink.lead', pending)}>
      <form method="post">
        <Button wide>{t('emailLink.send')}</Button>
      </form>
    </Sheet>
  )
}
