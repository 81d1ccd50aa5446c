import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { fileAct, openFile } from '#app/features/catalogue/files/file-act.server.ts'
import { cleanName } from '#app/features/catalogue/files/file-names.ts'
import { changeDocument, documentChangeForm } from '#app/features/catalogue/files/listing-files.ts'
import { DocumentFields } from '#app/features/catalogue/files/ui/documents-page.tsx'
import { RefusedNotice } from '#app/features/catalogue/files/ui/files-frame.tsx'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => openFile(request, params)
export const action = fileAct('documents', documentChangeForm, 'changed', (content, id, { name, language, access }) => {
  const before = content.documents.find((one) => one.id === id)
  return changeDocument(content, id, { language, access, ...(name && before ? { name: cleanName(name, before.kind) } : {}) })
})

export default function DocumentDetails() {
  const { t } = useTranslation('files')
  const { document, home, edition } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  return (
    <Sheet title={t('documents.details.title')} back={{ href: `${home}/documents` }}>
      <RefusedNotice reason={kept?.refused} />
      <form method="post" noValidate>
        <input type="hidden" name="edition" value={edition} />
        <DocumentFields kept={kept} document={document} />
        <Button>{t('documents.details.send')}</Button>
      </form>
    </Sheet>
  )
}
