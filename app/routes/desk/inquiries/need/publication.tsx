import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { deskWriting } from '#app/features/inquiries/conversation/writing.server.ts'
import { plainForm } from '#app/features/inquiries/desk-form.ts'
import { openNeedAtDesk } from '#app/features/inquiries/needs/desk-need.server.ts'
import { agreedTo, leaksOfNeed, publishNeed } from '#app/features/inquiries/needs/publishing.server.ts'
import { NeedAct } from '#app/features/inquiries/needs/ui/need-act.tsx'
import { LeakReport } from '#app/features/inquiries/ui/leak-report.tsx'
import { Notice } from '#app/ui/notice.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const opened = await openNeedAtDesk(request, params)
  return { ...opened, agreed: Boolean(await agreedTo(db, opened.need)), found: await leaksOfNeed(db, opened.need) }
}

export const action = deskWriting(plainForm, 'need-published', 'override', (tx, clerk, { id }, _form, override) => publishNeed(tx, clerk, id, override), '/need')

export default function Publication() {
  const { t } = useTranslation('needs')
  const { agreed, found, ...opened } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <NeedAct {...opened} title={t('publish.title')} lead={t('publish.lead')} send={agreed ? t('publish.send') : null} open={['draft']} refused={refused}>
      {!agreed && (
        <Notice tone="waiting">
          <p>{t('publish.consentMissing')}</p>
        </Notice>
      )}
      {found ? <LeakReport found={found} kept={refused?.kept} lead={t('publish.found')} shownOnly={!agreed} /> : <p>{t('publish.clean')}</p>}
      {(found || !agreed) && (
        <p>
          <a href={opened.href}>{t('publish.mend')}</a>
        </p>
      )}
    </NeedAct>
  )
}
