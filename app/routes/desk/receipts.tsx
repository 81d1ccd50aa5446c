import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { renewalForm } from '#app/features/inquiries/casework-form.ts'
import { channels } from '#app/features/inquiries/choices.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { renewReceipt } from '#app/features/inquiries/renewing.server.ts'
import { RenewedLink } from '#app/features/inquiries/ui/renewed-link.tsx'
import { useReading } from '#app/features/inquiries/ui/reading.ts'
import { hours } from '#app/platform/clock.ts'
import { env } from '#app/platform/env.server.ts'
import { formData, limit, readForm, typedOf, type FormState } from '#app/platform/form.server.ts'
import { translator } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = privateHeaders

/** Nobody tries out which ticket belongs to whom. */
const mayTry = limit(20, hours(1))

export async function loader({ request, params }: LoaderFunctionArgs) {
  await requireSecretary(request, localeOf(params))
  return null
}

export async function action({ request, params }: ActionFunctionArgs) {
  const clerk = await requireSecretary(request, localeOf(params))
  const again = (status: number, kept: FormState, refused: 'mismatch' | 'tooOften' | null) => data({ kept, refused, renewed: null }, status)
  const read = await readForm(request, renewalForm)
  if (!read.ok) return again(400, read, null)
  const kept = { errors: {}, typed: typedOf(await formData(request)) }
  if (!(await mayTry(clerk.id))) return again(429, kept, 'tooOften')
  const renewed = await transact((tx) => renewReceipt(tx, clerk, read.value))
  if (!renewed) return again(409, kept, 'mismatch')
  const path = `/${renewed.locale}/receipts/${renewed.token}`
  const words = `${translator(renewed.locale)('casework:ready.relay', { ticket: renewed.ticket })}\n${env.originOf[renewed.locale]}${path}`
  return data({ kept: null, refused: null, renewed: { inquiryId: renewed.inquiryId, ticket: renewed.ticket, locale: renewed.locale, mailed: renewed.mailed, path, words } })
}

export default function Receipts() {
  const { t } = useTranslation(['casework', 'inquiries'])
  const locale = useReading()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? null
  if (answer?.renewed) return <RenewedLink renewed={answer.renewed} />
  return (
    <Sheet title={t('renewal.title')} lead={t('renewal.lead')} back={{ href: `/${locale}/desk/inquiries` }}>
      {answer?.refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(`renewal.${answer.refused}`)}</p>
        </Notice>
      )}
      <form method="post" noValidate>
        <TextField name="ticket" label={t('renewal.ticket')} required maxLength={20} placeholder="DB-2026-0042" autoComplete="off" kept={kept} />
        <Choices name="channel" label={t('renewal.channel')} required kept={kept} options={channels.map((one) => ({ value: one, label: t(`inquiries:channel.${one}`) }))} />
        <TextField name="address" label={t('renewal.address')} required maxLength={254} autoComplete="off" kept={kept} />
        <Button>{t('renewal.send')}</Button>
      </form>
    </Sheet>
  )
}
