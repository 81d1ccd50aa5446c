import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { readConfirmation } from '#app/features/catalogue/joining/data.server.ts'
import { confirmJoining } from '#app/features/catalogue/joining/joining.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { once } from '#app/platform/submissions.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { SubmissionKey } from '#app/ui/submission-key.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('joining:confirm.title') },
  { name: 'robots', content: 'noindex' },
]
export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' })

export async function loader({ params }: LoaderFunctionArgs) {
  localeOf(params)
  const found = await readConfirmation(db, params.token!)
  if (!found) return data(null, 410)
  return data({ firm: found.joining.content.nameJa, person: found.person })
}

/** Only the button confirms: mail scanners follow every link. */
export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const found = await readConfirmation(db, params.token!)
  const confirmed = await transact((tx) => once(tx, request, async () => (found ? confirmJoining(tx, found.link) : { ok: false })))
  return confirmed.ok ? redirect(`/${locale}/join/confirmed`, 303) : data({ gone: true }, 410)
}

export default function Confirmation() {
  const { t, i18n } = useTranslation('joining')
  const asked = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (!asked || refused) {
    return (
      <Sheet title={t('confirm.goneTitle')} lead={t('confirm.gone')}>
        <p>
          <LinkButton href={`/${i18n.language}/account/sign-in`}>{t('form.signIn')}</LinkButton>
        </p>
        <p>
          <LinkButton tone="quiet" href={`/${i18n.language}/join`}>
            {t('confirm.again')}
          </LinkButton>
        </p>
      </Sheet>
    )
  }
  return (
    <Sheet title={t('confirm.title')} lead={t('confirm.lead')}>
      <Facts facts={[[t('confirm.firm'), asked.firm], [t('confirm.person'), asked.person]]} />
      <form method="post">
        <SubmissionKey />
        <Button wide>{t('confirm.send')}</Button>
      </form>
    </Sheet>
  )
}
