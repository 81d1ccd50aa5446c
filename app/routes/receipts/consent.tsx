import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { giveConsent, refuseConsent } from '#app/features/inquiries/introducing.server.ts'
import { consentForm } from '#app/features/inquiries/message-form.ts'
import { alreadyMoved } from '#app/features/inquiries/moving.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openPrivatePage } from '#app/features/inquiries/private-pages.server.ts'
import { readOwnFields, readReceipt } from '#app/features/inquiries/receipt.server.ts'
import { ConsentForm } from '#app/features/inquiries/ui/consent-form.tsx'
import { nameFor, useReading } from '#app/features/inquiries/ui/reading.ts'
import { readForm } from '#app/platform/form.server.ts'
import { once } from '#app/platform/submissions.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders

/** The first firm that still waits for this buyer's word, and the buyer's own fields that would go out to it. */
async function openDecision(params: LoaderFunctionArgs['params']) {
  const page = await openPrivatePage('receipt', params)
  const receipt = await readReceipt(db, page.subject)
  const waiting = receipt?.firms.filter((firm) => firm.stage === 'consenting' && !firm.agreed) ?? []
  return { ...page, waiting, own: await readOwnFields(db, page.subject) }
}

export async function loader({ params }: LoaderFunctionArgs) {
  const { href, waiting, own } = await openDecision(params)
  const [firm] = waiting
  if (!firm || !own) throw redirect(href)
  return { href, firm, own }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { href, locale, waiting } = await openDecision(params)
  const read = await readForm(request, consentForm)
  if (!read.ok) return data({ kept: read }, 400)
  const decision = read.value
  const firm = waiting.find(({ approach }) => approach === decision.approach)
  const moved = await transact((tx) =>
    once(tx, request, async () => {
      if (!firm) return alreadyMoved
      return decision.decision === 'agree' ? giveConsent(tx, firm.approach, 'buyer', locale) : refuseConsent(tx, firm.approach, 'buyer', decision.reason)
    }),
  )
  return redirect(moved.ok ? href : `${href}?done=already-moved`)
}

export default function Consent() {
  const { t } = useTranslation('inquiries')
  const locale = useReading()
  const { href, firm, own } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const company = nameFor(firm.name, locale)
  return (
    <Sheet title={t('consent.titleBuyer')} lead={t('consent.leadBuyer', { company })} back={{ href }}>
      <ConsentForm
        side="buyer"
        approach={firm.approach}
        kept={refused?.kept ?? null}
        facts={[[t('consent.organisation'), own.organisation], [t('consent.person'), own.person], [t(`channel.${own.channel}`), own.address]]}
      />
    </Sheet>
  )
}
