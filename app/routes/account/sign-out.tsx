import { redirect, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { endSession } from '#app/features/accounts/lucia.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('accounts:signOut.title') },
  { name: 'robots', content: 'noindex' },
]

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  return redirect(`/${locale}/account/sign-in`, { headers: { 'Set-Cookie': await endSession(request) } })
}

/** Following the address signs nobody out; the button does. */
export default function SignOut() {
  const { t } = useTranslation('accounts')
  return (
    <Sheet title={t('signOut.title')} lead={t('signOut.text')}>
      <form method="post">
        <Button>{t('signOut.send')}</Button>
      </form>
    </Sheet>
  )
}
