import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/platform/locale.ts'
import { Written } from '#app/ui/written.tsx'
import type { ShownRelease } from '../releasing/releases.server.ts'
import { useReading } from './reading.ts'

/** What the office has let out for this case, as long as it can be downloaded. */
export function ReleasedDocuments({ releases }: { releases: readonly ShownRelease[] }) {
  const { t } = useTranslation('files')
  const locale = useReading()
  const open = releases.filter((release) => release.token)
  if (open.length === 0) return null
  return (
    <section>
      <h2>{t('releases.receipt')}</h2>
      <ul>
        {open.map((release) => (
          <li key={release.id}>
            <a href={`/${locale}/releases/${release.token}`}><Written text={release.name} /></a>
            <br />
            <small>{t('releases.receiptHint', { date: formatDate(release.expiresAt, locale) })}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}
