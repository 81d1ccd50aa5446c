import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { roundForm } from '#app/features/projects/candidates/form.ts'
import { editRound } from '#app/features/projects/candidates/rounds.server.ts'
import { again, type ActRefused } from '#app/features/projects/desk/desk-act.server.ts'
import { openRound } from '#app/features/projects/desk/open-round.server.ts'
import { ActSheet } from '#app/features/projects/ui/desk/act-sheet.tsx'
import styles from '#app/features/projects/ui/desk/desk.module.css'
import { readForm } from '#app/platform/form.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, href } = await openRound(request, params)
  return { round, href }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, round, href } = await openRound(request, params)
  const read = await readForm(request, roundForm)
  if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
  const edited = await transact((tx) => editRound(tx, clerk, round.round, read.value))
  return edited.ok ? redirect(`${href}?done=figures`, 303) : data<ActRefused>(await again(request, edited.reason), 409)
}

export default function Figures() {
  const { t, i18n } = useTranslation('projectdesk')
  const { round, href } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('rounds.figures')} lead={t('rounds.figuresLead')} back={{ href, label: named({ ja: round.nameJa, zh: round.nameZh }, i18n.language as Locale).text }} refused={refused}>
      <form method="post" noValidate>
        <div className={styles.pair}>
          <TextField name="nameJa" label={t('rounds.nameJa')} required lang="ja" defaultValue={round.nameJa} kept={kept} />
          <TextField name="nameZh" label={t('rounds.nameZh')} required lang="zh-Hans" defaultValue={round.nameZh} kept={kept} />
          <TextField name="date" type="date" label={t('rounds.date')} defaultValue={round.date ?? ''} kept={kept} />
          <span />
          <TextField name="announced" inputMode="numeric" label={t('rounds.announced')} defaultValue={round.announced ?? ''} kept={kept} />
          <TextField name="cumulative" inputMode="numeric" label={t('rounds.cumulative')} defaultValue={round.cumulative ?? ''} kept={kept} />
          <TextField name="sourceJa" label={t('rounds.sourceJa')} lang="ja" defaultValue={round.sourceJa ?? ''} kept={kept} />
          <TextField name="sourceZh" label={t('rounds.sourceZh')} lang="zh-Hans" defaultValue={round.sourceZh ?? ''} kept={kept} />
        </div>
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
