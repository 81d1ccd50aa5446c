import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/platform/locale.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { useReading } from './reading.ts'

/** All that is left for the buyer: the number, and when the rest was erased or asked to be. */
export function ErasedReceipt({ ticket, askedAt, erasedAt }: { ticket: string; askedAt: Date | null; erasedAt: Date | null }) {
  const { t } = useTranslation(['trust', 'inquiries'])
  const locale = useReading()
  const [what, at] = erasedAt ? (['erased', erasedAt] as const) : (['asked', askedAt] as const)
  return (
    <Sheet title={t(`receipt.${what}Title`)}>
      <Facts facts={[[t('inquiries:receipt.number'), ticket]]} />
      <p>{t(`receipt.${what}`, { at: at && formatDate(at, locale) })}</p>
      <p>{t('receipt.stays')}</p>
      <p>{t('receipt.again')}</p>
      <p>
        <a href={`/${locale}/privacy`}>{t('inquiries:receipt.privacy')}</a>
      </p>
    </Sheet>
  )
}
