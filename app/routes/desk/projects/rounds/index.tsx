import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { newRoundForm } from '#app/features/projects/candidates/form.ts'
import { addRound } from '#app/features/projects/candidates/rounds.server.ts'
import { again, type ActRefused } from '#app/features/projects/desk/desk-act.server.ts'
import { readRounds } from '#app/features/projects/register.server.ts'
import { RoundList } from '#app/features/projects/ui/desk/round-list.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  return { rounds: (await readRounds(db)).reverse(), home: `/${locale}/desk/projects` }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const read = await readForm(request, newRoundForm)
  if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
  const added = await transact((tx) => addRound(tx, clerk, read.value))
  return added.ok ? redirect(`/${locale}/desk/projects/rounds/${read.value.round}`, 303) : data<ActRefused>(await again(request, added.reason), 409)
}

export default function Rounds() {
  const { t } = useTranslation('projectdesk')
  return (
    <DeskPage title={t('rounds.title')}>
      <RoundList {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
    </DeskPage>
  )
}
