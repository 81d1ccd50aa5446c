import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { fileAct, openFile } from '#app/features/catalogue/files/file-act.server.ts'
import { removalForm, removeDocument } from '#app/features/catalogue/files/listing-files.ts'
import { RefusedNotice } from '#app/features/catalogue/files/ui/files-frame.tsx'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => openFile(request, params)
export const action = fileAct('documents', removalForm, 'removed', (content, id) => removeDocument(content, id))

export default function DocumentRemoval() {
  const { t } = useTranslation('files')
  const { document, home } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('documents.removal.title')} lead={t('documents.removal.text', { name: document!.name })} back={{ href: `${home}/documents` }}>
      <RefusedNotice reason={useActionData<typeof action>()?.refused} />
      <form method="post">
        <Button tone="harm">{t('documents.removal.send')}</Button>
      </form>
    </Sheet>
  )
}
