import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, Tick, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Written } from '#app/ui/written.tsx'
import type { Requestable, ShownRelease } from '../releasing/releases.server.ts'
import { nameFor, useReading } from './reading.ts'

interface ReleasesPageProps {
  href: string
  ticket: string
  documents: Requestable[]
  releases: (Omit<ShownRelease, 'token'> & { open: boolean })[]
  done: string | null
  kept: Kept | undefined
}

/** Which documents on request may go out for a case, and which did. */
export function ReleasesPage({ href, ticket, documents, releases, done, kept }: ReleasesPageProps) {
  const { t } = useTranslation('files')
  const locale = useReading()
  const say = (key: string) => t(`releases.errors.${key}` as 'releases.errors.gone', { defaultValue: t(`errors.${key}` as 'errors.choose') })
  const declared = [...new Set(documents.filter((one) => one.exportControl).map((one) => nameFor(one.name, locale)))]
  const options = documents.map(({ name, document }) => ({ value: document.id, label: `${document.name} — ${nameFor(name, locale)}` }))
  return (
    <Sheet title={t('releases.title')} lead={t('releases.lead')} back={{ href, label: ticket }}>
      {done && (
        <Notice role="status">
          <p>{t(`done.${done}` as 'done.released', { defaultValue: '' })}</p>
        </Notice>
      )}
      {documents.length === 0 ? (
        <p>{t('releases.none')}</p>
      ) : (
        <form method="post" noValidate>
          <Choices name="document" label={t('releases.choose')} required kept={kept} say={say} options={options} chosen={documents.length === 1 ? documents[0]!.document.id : []} />
          {declared.length > 0 && <Tick name="seen" label={t('releases.acknowledge', { names: declared.join('、') })} kept={kept} say={say} />}
          <Button>{t('releases.send')}</Button>
        </form>
      )}
      {releases.length > 0 && <h2>{t('releases.past')}</h2>}
      <ul>
        {releases.map((release) => (
          <li key={release.id}>
            <Written text={release.name} />（{formatDate(release.at, locale)}）{release.open ? t('releases.until', { date: formatDate(release.expiresAt, locale) }) : t('releases.over')}
            {release.open && (
              <form method="post" action={`${href}/releases/${release.id}/revocation`}>
                <Button tone="harm" size="small">
                  {t('releases.revoke')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
