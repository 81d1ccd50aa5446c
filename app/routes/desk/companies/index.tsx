import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { PER_PAGE, searchFirms } from '#app/features/catalogue/joining/firms.server.ts'
import { pageOf, wordsOf } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { FirmTable } from '#app/features/catalogue/joining/ui/firm-table.tsx'
import { localeOf } from '#app/platform/request.server.ts'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  const url = new URL(request.url)
  const [q, page] = [wordsOf(url), pageOf(url)]
  const found = await searchFirms(db, q, page)
  return { ...found, q, page, pages: Math.ceil(found.total / PER_PAGE) }
}

export default function Firms() {
  const { t } = useTranslation('joining')
  return (
    <DeskPage title={t('firms.title')}>
      <FirmTable {...useLoaderData<typeof loader>()} />
    </DeskPage>
  )
}
