import { useTranslation } from 'react-i18next'
import type { Kept } from '#app/ui/field.tsx'
import ui from '#app/ui/field.module.css'
import type { FirmToAsk } from '../firms-to-ask.server.ts'
import { nameFor, useReading } from './reading.ts'
import styles from './firm-choices.module.css'

/** Firms to ask, several at once: what speaks for each, and why one cannot be asked. */
export function FirmChoices({ firms, kept, chosen }: { firms: readonly FirmToAsk[]; kept: Kept | undefined; chosen: readonly string[] }) {
  const { t } = useTranslation(['desk', 'needs', 'site'])
  const wrong = kept?.errors.company?.[0]
  const on = new Set(kept ? [kept.typed.company ?? []].flat() : chosen)
  return (
    <fieldset className={ui.field} aria-describedby={wrong ? 'company-error' : 'company-hint'}>
      <legend className={ui.label}>{t('inquiries.forwarding.to')}</legend>
      <p className={ui.hint} id="company-hint">
        {t('needs:forwarding.several')}
      </p>
      {firms.length === 0 && <p>{t('inquiries.forwarding.none')}</p>}
      <ul className={styles.firms}>
        {firms.map((firm) => (
          <Firm key={firm.id} firm={firm} on={on.has(firm.id)} />
        ))}
      </ul>
      {wrong && (
        <p className={ui.error} id="company-error">
          {t(`site:form.errors.${wrong}` as 'site:form.errors.choose')}
        </p>
      )}
    </fieldset>
  )
}

function Firm({ firm, on }: { firm: FirmToAsk; on: boolean }) {
  const { t } = useTranslation(['desk', 'needs'])
  const locale = useReading()
  const closed = firm.asked || !firm.reachable
  return (
    <li className={closed ? styles.closed : undefined}>
      <label className={ui.option}>
        <input type="checkbox" name="company" value={firm.id} defaultChecked={on && !closed} disabled={closed} />
        <span>
          <b>{nameFor(firm.name, locale)}</b>
          {closed && <small className={styles.why}>{t(firm.asked ? 'inquiries.forwarding.asked' : 'inquiries.forwarding.unreachable')}</small>}
        </span>
      </label>
      {firm.suggested.map(({ slug, name, because }) => (
        <div key={slug} className={styles.technology}>
          <a href={`/${locale}/technologies/${slug}`}>{nameFor(name, locale)}</a>
          <ul className={styles.because} aria-label={t('needs:forwarding.because')}>
            {because.map(({ word, matched }) => (
              <li key={word}>{word === matched ? word : t('needs:forwarding.word', { word, matched })}</li>
            ))}
          </ul>
        </div>
      ))}
    </li>
  )
}
