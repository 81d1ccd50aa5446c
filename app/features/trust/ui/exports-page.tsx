import { useTranslation } from 'react-i18next'
import { offices } from '#db/schema/accounts.ts'
import { formatTime, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, Select, TextArea, TextField, type Kept } from '#app/ui/field.tsx'
import type { ShownExport } from '../exporting.server.ts'
import { firmStates, inquiryStates } from '../form.ts'
import { Ledger, TrustPage } from './trust-page.tsx'
import styles from './trust.module.css'

interface ExportsProps {
  year: { from: string; to: string }
  exports: ShownExport[]
  refused: { what: 'inquiries' | 'companies'; kept: Kept } | null
}

/** Two files that may leave the house, each with its reason, and the record of those that did. */
export function ExportsPage({ year, exports, refused }: ExportsProps) {
  const { t, i18n } = useTranslation(['trust', 'casework'])
  const locale = i18n.language as Locale
  const [inquiries, companies] = (['inquiries', 'companies'] as const).map((what) => (refused?.what === what ? refused.kept : null))
  return (
    <TrustPage tab="exports">
      <div className={styles.forms}>
        <form method="post" noValidate>
          <h2>{t('exports.inquiries')}</h2>
          <input type="hidden" name="what" value="inquiries" />
          <div className={styles.pair}>
            <TextField name="from" type="date" label={t('exports.from')} required defaultValue={year.from} kept={inquiries} />
            <TextField name="to" type="date" label={t('exports.to')} required defaultValue={year.to} kept={inquiries} />
          </div>
          <Choices name="state" label={t('exports.state')} options={inquiryStates.map((value) => ({ value, label: t(`exports.states.${value}`) }))} chosen="all" kept={inquiries} />
          <Select name="office" label={t('exports.office')} empty={t('exports.anyOffice')} options={offices.map((value) => ({ value, label: t(`casework:offices.${value}`) }))} kept={inquiries} />
          <TextArea name="reason" label={t('exports.reason')} hint={t('exports.reasonHint')} rows={3} maxLength={500} required kept={inquiries} />
          <Button>{t('exports.send')}</Button>
        </form>
        <form method="post" noValidate>
          <h2>{t('exports.companies')}</h2>
          <input type="hidden" name="what" value="companies" />
          <Choices name="firms" label={t('exports.firms')} options={firmStates.map((value) => ({ value, label: t(`exports.firmStates.${value}`) }))} chosen="published" kept={companies} />
          <TextArea name="firmsReason" label={t('exports.reason')} hint={t('exports.reasonHint')} rows={3} maxLength={500} required kept={companies} />
          <Button>{t('exports.send')}</Button>
        </form>
      </div>
      <h2>{t('exports.log')}</h2>
      {exports.length === 0 ? <p>{t('exports.none')}</p> : <Log exports={exports} locale={locale} />}
    </TrustPage>
  )
}

function Log({ exports, locale }: { exports: ShownExport[]; locale: Locale }) {
  const { t } = useTranslation(['trust', 'casework'])
  const chosen = ({ filter, what }: ShownExport) =>
    what === 'companies'
      ? [filter.firms && t(`exports.firmStates.${filter.firms as 'all'}`)]
      : [`${filter.from} – ${filter.to}`, filter.state && t(`exports.states.${filter.state as 'all'}`), filter.office && t(`casework:offices.${filter.office as 'tokyo'}`)]
  return (
    <Ledger heads={[t('exports.at'), t('exports.by'), t('exports.what'), t('exports.n'), t('exports.reason')]}>
      {exports.map((one) => (
        <tr key={one.id}>
          <td data-label={t('exports.at')} className={styles.when}>
            {formatTime(one.at, locale)}
          </td>
          <td data-label={t('exports.by')}>{one.name || t('views.gone')}</td>
          <td data-label={t('exports.what')}>
            {t(`exports.${one.what}`)}
            <small>{chosen(one).filter(Boolean).join(' / ')}</small>
          </td>
          <td data-label={t('exports.n')}>{t('exports.count', { n: one.n })}</td>
          <td data-label={t('exports.reason')} className={styles.reason}>
            {one.reason}
          </td>
        </tr>
      ))}
    </Ledger>
  )
}
