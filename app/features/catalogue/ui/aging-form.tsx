import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { SubmissionKey } from '#app/ui/submission-key.tsx'
import { named, type Field } from '../naming.ts'
import type { Aging } from '../revising/confirming.server.ts'
import { foreign } from './technology-card.tsx'
import styles from './aging-form.module.css'

/** The listings that come of age, each with what one has to see to answer for it, and the one button. */
export function AgingForm({ aging, fields }: { aging: Aging[]; fields: Field[] }) {
  const { t } = useTranslation('freshness')
  const alone = aging.length === 1
  return (
    <form method="post">
      <SubmissionKey />
      <p>{t(alone ? 'one' : 'several')}</p>
      <ul className={styles.list}>
        {aging.map((one) => (
          <li key={one.id}>
            <Essentials listing={one} fields={fields} alone={alone} />
          </li>
        ))}
      </ul>
      <Button wide>{t(alone ? 'send' : 'sendSeveral')}</Button>
    </form>
  )
}

function Essentials({ listing, fields, alone }: { listing: Aging; fields: Field[]; alone: boolean }) {
  const { t, i18n } = useTranslation(['freshness', 'catalogue'])
  const locale = i18n.language as Locale
  const { card, verifiedOn, validUntil, hidden } = listing
  const name = named(card.name, locale)
  const summary = named(card.summary, locale)
  return (
    <>
      {alone ? (
        <>
          <input type="hidden" name="technology" value={listing.id} />
          <h2 lang={foreign(name.lang, locale)}>{name.text}</h2>
        </>
      ) : (
        <label className={styles.name}>
          <input type="checkbox" name="technology" value={listing.id} defaultChecked />
          <span lang={foreign(name.lang, locale)}>{name.text}</span>
        </label>
      )}
      <p lang={foreign(summary.lang, locale)}>{summary.text}</p>
      <p className={styles.facts}>
        <span>
          {t('fields')}: {card.fields.map((id) => fields.find((field) => field.id === id)?.[locale] ?? id).join('、')}
        </span>
        {card.stage && (
          <span>
            {t('stage')}: {t(`catalogue:stages.${card.stage}`)}
          </span>
        )}
        <span>{verifiedOn ? t('verifiedOn', { date: formatDate(verifiedOn, locale) }) : t('unverified')}</span>
        <strong>{hidden ? t('hidden') : t('validUntil', { date: formatDate(validUntil, locale) })}</strong>
      </p>
      {!hidden && (
        <p className={styles.see}>
          <a href={`/${locale}/technologies/${listing.slug}`}>{t('see')}</a>
        </p>
      )}
    </>
  )
}
