import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { listJoinings, PER_PAGE, shownStates } from '#app/features/catalogue/joining/data.server.ts'
import { likelyKnown } from '#app/features/catalogue/joining/duplicates.server.ts'
import { pageOf } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { JoiningQueue } from '#app/features/catalogue/joining/ui/joining-queue.tsx'
import { localeOf } from '#app/platform/request.server.ts'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  const url = new URL(request.url)
  const shown = shownStates.find((state) => state === url.searchParams.get('state')) ?? 'waiting'
  const page = pageOf(url)
  const { rows, counts } = await listJoinings(db, shown, page)
  const known = shown === 'waiting' ? await likelyKnown(db, rows) : []
  return { shown, page, pages: Math.ceil(counts[shown] / PER_PAGE), counts, known, rows: rows.map(({ content, ...row }) => ({ ...row, name: { ja: content.nameJa, zh: content.nameZh, en: content.nameEn } })) }
}

export default function Joinings() {
  const { t } = useTranslation('joining')
  return (
    <DeskPage title={t('queue.title')}>
      <JoiningQueue {...useLoaderData<typeof loader>()} />
    </DeskPage>
  )
}
