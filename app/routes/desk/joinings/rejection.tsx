import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { rejectJoining } from '#app/features/catalogue/joining/deciding.server.ts'
import { rejectionForm } from '#app/features/catalogue/joining/form.ts'
import { decision, openJoining } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { RefusalNotice } from '#app/features/catalogue/joining/ui/refusal-notice.tsx'
import { useSay } from '#app/features/catalogue/joining/ui/saying.ts'
import { Button } from '#app/ui/button.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, href } = await openJoining(request, params)
  return { href, name: asked.joining.content.nameJa ?? '' }
}

export const action = decision(rejectionForm, (tx, clerk, id, { reason }) => rejectJoining(tx, clerk, id, reason))

export default function Rejection() {
  const { t } = useTranslation('joining')
  const { href, name } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('rejection.title')} lead={t('rejection.lead')} back={{ href, label: name }}>
      <RefusalNotice refused={refused?.refused} />
      <form method="post" noValidate>
        <TextArea name="reason" label={t('rejection.reason')} required maxLength={1000} kept={refused?.kept} say={useSay()} />
        <Button tone="harm" wide>
          {t('rejection.send')}
        </Button>
      </form>
    </Sheet>
  )
}
