import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { listCollections, PAGE } from '#app/features/outreach/flyers/collections.server.ts'
import { listLogos } from '#app/features/outreach/flyers/logos.server.ts'
import { FlyersDesk } from '#app/features/outreach/flyers/ui/flyers-desk.tsx'
import { formatDate } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  const asked = new URL(request.url).searchParams
  const page = Math.min(Math.max(1, Math.trunc(Number(asked.get('page'))) || 1), 10_000)
  const [logos, { total, items }] = await Promise.all([listLogos(db), listCollections(db, page)])
  return { logos, done: asked.get('done'), page, pages: Math.ceil(total / PAGE), collections: items.map(({ id, code, title, technologyIds, createdAt }) => ({ id, code, title, n: technologyIds.length, on: formatDate(createdAt, locale) })) }
}

export default function Flyers() {
  const { t, i18n } = useTranslation('flyers')
  return (
    <DeskPage title={t('desk.title')} actions={<LinkButton href={`/${i18n.language}/desk/flyers/logos/new`}>{t('logos.add')}</LinkButton>}>
      <FlyersDesk {...useLoaderData<typeof loader>()} />
    </DeskPage>
  )
}
