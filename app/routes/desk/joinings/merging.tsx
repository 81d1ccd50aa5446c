import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { isPresent, mergeJoining } from '#app/features/catalogue/joining/deciding.server.ts'
import { readFirm, searchFirms } from '#app/features/catalogue/joining/firms.server.ts'
import { targetForm } from '#app/features/catalogue/joining/form.ts'
import { decision, openJoining, wordsOf } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { FirmFacts } from '#app/features/catalogue/joining/ui/asked-firm.tsx'
import { FirmSearch } from '#app/features/catalogue/joining/ui/firm-search.tsx'
import styles from '#app/features/catalogue/joining/ui/joining.module.css'
import { RefusalNotice } from '#app/features/catalogue/joining/ui/refusal-notice.tsx'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, href } = await openJoining(request, params)
  const url = new URL(request.url)
  const q = wordsOf(url)
  const into = url.searchParams.get('into') ?? ''
  const chosen = into && (await isPresent(db, into)) ? await readFirm(db, into) : null
  const found = q ? (await searchFirms(db, q, 1)).firms.filter((firm) => firm.state !== 'merged') : null
  return { href, name: asked.joining.content.nameJa ?? '', q, found, chosen: chosen?.company ?? null }
}

export const action = decision(targetForm, (tx, clerk, id, { into }) => mergeJoining(tx, clerk, id, into))

export default function Merging() {
  const { t } = useTranslation('joining')
  const { href, name, q, found, chosen } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('merging.title')} lead={t('merging.lead')} back={{ href, label: name }}>
      <RefusalNotice refused={refused?.refused} />
      {chosen ? (
        <form method="post">
          <h2>{t('merging.into')}</h2>
          <FirmFacts content={chosen} />
          <input type="hidden" name="into" value={chosen.id} />
          <p className={styles.acts}>
            <Button>{t('merging.send')}</Button>
            <a href="?">{t('merging.other')}</a>
          </p>
        </form>
      ) : (
        <FirmSearch q={q} found={found} />
      )}
    </Sheet>
  )
}
