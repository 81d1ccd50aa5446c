import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openDeskRound, roundAct } from '#app/features/projects/surveys/desk-open.server.ts'
import { closeRound } from '#app/features/projects/surveys/rounds.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const loader = async ({ request, params }: LoaderFunctionArgs) => ({ href: (await openDeskRound(request, params)).href })
export const action = roundAct((tx, clerk, round) => closeRound(tx, clerk.id, round.id))

export default function Closing() {
  const { t } = useTranslation('surveys')
  const { href } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('desk.close')} lead={t('desk.closeAsk')} back={{ href, label: t('desk.backRound') }}>
      <form method="post">
        <Button tone="harm">{t('desk.close')}</Button>
      </form>
    </Sheet>
  )
}
