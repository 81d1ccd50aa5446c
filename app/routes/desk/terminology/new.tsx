import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { answerEdit, readCarried } from '#app/features/catalogue/concept-desk.server.ts'
import { conceptForm } from '#app/features/catalogue/concept-form.ts'
import { addConcept } from '#app/features/catalogue/terminology.server.ts'
import { EditRefusal, useDesk, WordFields } from '#app/features/catalogue/ui/concept-words.tsx'
import styles from '#app/features/catalogue/ui/terminology.module.css'
import { readForm } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  return { carried: readCarried(new URL(request.url)) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const read = await readForm(request, conceptForm)
  if (!read.ok) throw new Response(null, { status: 400 })
  return answerEdit(request, locale, 'added', await transact((tx) => addConcept(tx, clerk, read.value)))
}

export default function NewConcept() {
  const { t } = useTranslation('terminology')
  const { desk } = useDesk()
  const { carried } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const words = { ja: [], zh: [], en: [], ...(carried && { [carried.tongue]: [carried.word] }) }
  return (
    <DeskPage title={t('new.title')} actions={<a className={styles.act} href={desk}>{t('show.back')}</a>}>
      <p>{t('new.lead')}</p>
      <p>
        {t('new.instead')} {carried && <a className={styles.act} href={`${desk}?${carried.tongue}=${encodeURIComponent(carried.word)}`}>{t('new.look')}</a>}
      </p>
      <EditRefusal refusal={refused?.refusal} />
      <form method="post" noValidate>
        <WordFields words={words} kept={refused?.kept} refusal={refused?.refusal} />
        <Button>{t('form.create')}</Button>
      </form>
    </DeskPage>
  )
}
