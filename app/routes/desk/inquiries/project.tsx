import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { entryForm } from '#app/features/projects/candidates/form.ts'
import { listRounds } from '#app/features/projects/candidates/rounds.server.ts'
import { again, type ActRefused } from '#app/features/projects/desk/desk-act.server.ts'
import { draftFromInquiry, enterFromInquiry, projectOfInquiry } from '#app/features/projects/desk/from-inquiry.server.ts'
import { ActSheet } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { EntryFields } from '#app/features/projects/ui/desk/text-fields.tsx'
import { today } from '#app/platform/clock.ts'
import { readForm } from '#app/platform/form.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'

/** An agreed case becomes a project in one step; one that did already leads there. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { locale, clerk, inquiry, href } = await openDeskCase(request, params)
  const already = await projectOfInquiry(db, inquiry.id)
  if (already) throw redirect(`/${locale}/desk/projects/${already.id}`)
  if (inquiry.stage !== 'agreed') missing()
  const [draft, fields, rounds] = await Promise.all([transact((tx) => draftFromInquiry(tx, clerk, inquiry.id)), readFields(db), listRounds(db)])
  return { href, ticket: inquiry.ticket, draft, fields, rounds, today: today() }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { locale, clerk, inquiry } = await openDeskCase(request, params)
  const read = await readForm(request, entryForm)
  if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
  const entered = await transact((tx) => enterFromInquiry(tx, clerk, inquiry.id, read.value))
  return entered.ok ? redirect(`/${locale}/desk/projects/${entered.id}?done=entered`, 303) : data<ActRefused>(await again(request, entered.reason), 409)
}

export default function ProjectOfCase() {
  const { t, i18n } = useTranslation('projectdesk')
  const { href, ticket, draft, fields, rounds, today } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActSheet title={t('entry.fromInquiry')} lead={t('entry.fromInquiryLead')} back={{ href, label: ticket }} refused={refused}>
      {draft && draft.technologies.length > 0 && <p>{t('entry.about', { names: draft.technologies.map((name) => named(name, i18n.language as Locale).text).join('、') })}</p>}
      <form method="post" noValidate>
        <EntryFields fields={fields} rounds={rounds} today={today} draft={draft} kept={refused?.kept} />
        <Button>{t('entry.send')}</Button>
      </form>
    </ActSheet>
  )
}
