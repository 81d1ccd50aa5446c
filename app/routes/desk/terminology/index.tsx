import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { readCarried } from '#app/features/catalogue/concept-desk.server.ts'
import { conceptStates } from '#app/features/catalogue/concept-states.ts'
import { listConcepts, PER_PAGE } from '#app/features/catalogue/concepts.server.ts'
import { useDesk } from '#app/features/catalogue/ui/concept-words.tsx'
import { TerminologyList } from '#app/features/catalogue/ui/terminology-list.tsx'
import styles from '#app/features/catalogue/ui/terminology.module.css'
import { ZeroHitBox } from '#app/features/catalogue/ui/zero-hit-box.tsx'
import { recentZeroHits } from '#app/features/catalogue/zero-hits.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'

const SHOWN_HITS = 20

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  const url = new URL(request.url)
  const word = (url.searchParams.get('word') ?? '').trim().slice(0, 100)
  const state = conceptStates.find((one) => one === url.searchParams.get('state')) ?? null
  const page = Math.min(10_000, Math.max(1, Math.floor(Number(url.searchParams.get('page')) || 1)))
  const [listed, hits] = await Promise.all([listConcepts(db, { word, state, page }), recentZeroHits(db, SHOWN_HITS)])
  return { list: { ...listed, word, state, page, carried: readCarried(url), pages: Math.ceil(listed.total / PER_PAGE) }, hits }
}

export default function Terminology() {
  const { t } = useTranslation('terminology')
  const { desk } = useDesk()
  const { list, hits } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={t('title')} actions={<LinkButton href={`${desk}/new`}>{t('add')}</LinkButton>}>
      <p>{t('lead')}</p>
      <div className={styles.layout}>
        <div>
          <TerminologyList {...list} />
        </div>
        <ZeroHitBox hits={hits} />
      </div>
    </DeskPage>
  )
}
