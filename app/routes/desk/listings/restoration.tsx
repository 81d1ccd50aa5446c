import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { openDeleted } from '#app/features/catalogue/revising/deleted.server.ts'
import type { ActRefused } from '#app/features/catalogue/revising/revision-desk.server.ts'
import { ActPage } from '#app/features/catalogue/revising/ui/act-page.tsx'
import { nameIn, useLocale } from '#app/features/catalogue/revising/ui/both-names.tsx'
import { restoreTechnology } from '#app/features/catalogue/revising/withdrawing.server.ts'
import { formatDate } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { name, company, deletedAt, until, restorable, queue } = await openDeleted(request, params)
  return { name, company, deletedAt, until, restorable, queue }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, id, queue } = await openDeleted(request, params)
  const moved = await transact((tx) => restoreTechnology(tx, clerk, id))
  return moved.ok ? redirect(`${queue}&done=restored`) : data<ActRefused>({ kept: { errors: {}, typed: {} }, refused: moved.reason }, 409)
}

export default function Restoration() {
  const { t } = useTranslation('review')
  const locale = useLocale()
  const { name, company, deletedAt, until, restorable, queue } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="restoration" name={t('queue.tab.deleted')} href={queue} refused={refused}>
      <p>{t('restoration.what', { name: nameIn(name, locale), company: nameIn(company, locale) })}</p>
      {deletedAt && until ? (
        <>
          <p>{t(restorable ? 'restoration.until' : 'restoration.over', { deleted: formatDate(deletedAt, locale), until: formatDate(until, locale) })}</p>
          {restorable && (
            <form method="post">
              <p>{t('restoration.then')}</p>
              <Button>{t('restoration.send')}</Button>
            </form>
          )}
        </>
      ) : (
        <p>{t('restoration.notDeleted')}</p>
      )}
    </ActPage>
  )
}
