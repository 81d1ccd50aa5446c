import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { fileAct, openFile } from '#app/features/catalogue/files/file-act.server.ts'
import { describeImage, describingForm } from '#app/features/catalogue/files/listing-files.ts'
import { ShownPicture } from '#app/features/catalogue/files/ui/shown-picture.tsx'
import { RefusedNotice } from '#app/features/catalogue/files/ui/files-frame.tsx'
import { AltFields } from '#app/features/catalogue/files/ui/images-page.tsx'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => openFile(request, params)
export const action = fileAct('images', describingForm, 'described', (content, file, { ja, zh }) => describeImage(content, file, { ja, zh }))

export default function ImageDescription() {
  const { t } = useTranslation('files')
  const { image, home, technologyId, edition } = useLoaderData<typeof loader>()
  const kept = useActionData<typeof action>()
  return (
    <Sheet title={t('images.describing.title')} back={{ href: `${home}/images` }}>
      <RefusedNotice reason={kept?.refused} />
      <ShownPicture image={image!} technologyId={technologyId} />
      <form method="post" noValidate>
        <input type="hidden" name="edition" value={edition} />
        <AltFields kept={kept} image={image} />
        <Button>{t('images.describing.send')}</Button>
      </form>
    </Sheet>
  )
}
