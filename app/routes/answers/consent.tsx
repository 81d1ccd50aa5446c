import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { readFirmPage, readOwnFirmFields } from '#app/features/inquiries/firm-page.server.ts'
import { giveConsent, refuseConsent } from '#app/features/inquiries/introducing.server.ts'
import { consentForm } from '#app/features/inquiries/message-form.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { ConsentForm } from '#app/features/inquiries/ui/consent-form.tsx'
import { nameFor, useReading } from '#app/features/inquiries/ui/reading.ts'
import { readForm } from '#app/platform/form.server.ts'
import { once } from '#app/platform/submissions.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders

export async function loader({ params }: LoaderFunctionArgs) {
  const { subject, href } = await openPrivatePage('answer', params)
  const page = await readFirmPage(db, subject)
  const own = await readOwnFirmFields(db, subject)
  if (page?.stage !== 'consenting' || page.agreed || !own) throw redirect(href)
  return { href, company: page.company, own }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { subject, href, locale } = await openPrivatePage('answer', params)
  const read = await readForm(request, consentForm)
  if (!read.ok) return data({ kept: read }, 400)
  const decision = read.value
  const moved = await transact((tx) =>
    once(tx, request, () => (decision.decision === 'agree' ? giveConsent(tx, subject, 'firm', locale) : refuseConsent(tx, subject, 'firm', decision.reason))),
  )
  return redirect(moved.ok ? href : `${href}?done=already-moved`)
}

export default function Consent() {
  const { t } = useTranslation('inquiries')
  const locale = useReading()
  const { href, company, own } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const none = t('consent.none')
  return (
    <Sheet title={t('consent.titleFirm')} lead={t('consent.leadFirm')} back={{ href }}>
      <ConsentForm
        side="firm"
        kept={refused?.kept ?? null}
        facts={[
          [t('consent.company'), nameFor(company, locale)],
          [t('consent.department'), own.department ?? none],
          [t('consent.person'), own.name],
          [t('channel.email'), own.email ?? none],
          [t('channel.phone'), own.phone ?? none],
        ]}
      />
    </Sheet>
  )
}
