import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { fileAct, openFile } from '#app/features/catalogue/files/file-act.server.ts'
import { removalForm, removeImage } from '#app/features/catalogue/files/listing-files.ts'
import { RefusedNotice } from '#app/features/catalogue/files/ui/files-frame.tsx'
import { ShownPicture } from '#app/features/catalogue/files/ui/shown-picture.tsx'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => openFile(request, params)
export const action = fileAct('images', removalForm, 'removed', (content, file) => removeImage(content, file))

export default function ImageRemoval() {
  const { t } = useTranslation('files')
  const { image, home, technologyId } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('images.removal.title')} lead={t('images.removal.text')} back={{ href: `${home}/images` }}>
      <RefusedNotice reason={useActionData<typeof action>()?.refused} />
      <ShownPicture image={image!} technologyId={technologyId} />
      <form method="post">
        <Button tone="harm">{t('images.removal.send')}</Button>
      </form>
    </Sheet>
  )
}
