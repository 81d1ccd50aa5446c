import { useTranslation } from 'react-i18next'
import { formatTime, type Locale } from '#app/platform/locale.ts'
import type { LatestView } from '../contact-views.server.ts'

/** Who has looked at the contacts on this page before. */
export function LatestViews({ views }: { views: LatestView[] }) {
  const { t, i18n } = useTranslation('trust')
  return (
    <section>
      <h2>{t('seen.title')}</h2>
      {views.length === 0 ? (
        <p>{t('seen.none')}</p>
      ) : (
        <ul>
          {views.map(({ id, name, fields, at }) => (
            <li key={id}>
              {formatTime(at, i18n.language as Locale)} {name || t('views.gone')}
              {fields.length > 0 && ` (${fields.map((field) => t(`fields.${field}` as 'fields.person', { defaultValue: field })).join('、')})`}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
