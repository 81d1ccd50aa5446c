import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { readCase } from '#app/features/inquiries/case.server.ts'
import { deskAct, openDeskApproach } from '#app/features/inquiries/desk-act.server.ts'
import { introductionForm } from '#app/features/inquiries/desk-form.ts'
import { introduce, needsExportControl } from '#app/features/inquiries/introducing.server.ts'
import { ActPage } from '#app/features/inquiries/ui/act-page.tsx'
import { nameFor, useReading } from '#app/features/inquiries/ui/reading.ts'
import { Button } from '#app/ui/button.tsx'
import { Tick } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, approach, href } = await openDeskApproach(request, params)
  const opened = await readCase(db, inquiry.id)
  const listed = (opened?.technologies ?? []).filter(({ company }) => company.id === approach.companyId)
  return {
    href,
    ticket: inquiry.ticket,
    hasMail: opened?.channel === 'email',
    asksExportControl: await needsExportControl(db, approach),
    listed: listed.map(({ slug, name, exportControl }) => ({ slug, name, exportControl })),
  }
}

export const action = deskAct(introductionForm, 'introduced', (tx, clerk, { approach }, seen) => introduce(tx, clerk, approach, seen))

export default function Introduction() {
  const { t } = useTranslation('desk')
  const locale = useReading()
  const { href, ticket, hasMail, asksExportControl, listed } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <ActPage act="introduction" href={href} ticket={ticket} lead={t('inquiries.introduction.lead')} refused={refused}>
      {!hasMail && (
        <Notice tone="waiting">
          <p>{t('inquiries.introduction.noMail')}</p>
        </Notice>
      )}
      <h2>{t('inquiries.introduction.exportState')}</h2>
      <ul>
        {listed.map(({ slug, name, exportControl }) => (
          <li key={slug}>
            {nameFor(name, locale)}: {t(`inquiries.introduction.exportStates.${exportControl}`)}
          </li>
        ))}
        {listed.length === 0 && <li>{t('inquiries.introduction.unlisted')}</li>}
      </ul>
      <form method="post" noValidate>
        {asksExportControl && <Tick name="exportControl" label={t('inquiries.introduction.exportControl')} kept={refused?.kept} />}
        <Button>{t('inquiries.introduction.send')}</Button>
      </form>
    </ActPage>
  )
}
