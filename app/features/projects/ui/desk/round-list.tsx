import { useTranslation } from 'react-i18next'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import type { ActRefused } from '../../desk/desk-act.server.ts'
import type { Round } from '../../register.server.ts'
import styles from './desk.module.css'

/** The rounds of the forum with what was published about each, and the next one to come. */
export function RoundList({ rounds, home, refused }: { rounds: Round[]; home: string; refused: ActRefused | undefined }) {
  const { t, i18n } = useTranslation(['projectdesk', 'projects', 'site'])
  const locale = i18n.language as Locale
  const kept = refused?.kept
  return (
    <>
      <p>
        <a href={home}>← {t('back')}</a>
      </p>
      <RecordTable className={styles.table}>
        <thead>
          <tr>
            {(['round', 'date', 'announced', 'cumulative', 'registered'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`rounds.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <tr key={round.round}>
              <td>
                <a href={`${home}/rounds/${round.round}`}>{t('projects:round', { n: round.round })}</a>
              </td>
              <td data-label={t('rounds.date')}>{round.date ? formatDate(round.date, locale) : '—'}</td>
              <td data-label={t('rounds.announced')}>{round.announced ?? '—'}</td>
              <td data-label={t('rounds.cumulative')}>{round.cumulative ?? '—'}</td>
              <td data-label={t('rounds.registered')}>{round.registered}</td>
            </tr>
          ))}
        </tbody>
      </RecordTable>
      <details open={Boolean(refused)}>
        <summary>{t('rounds.add')}</summary>
        {refused?.refused && (
          <Notice tone="waiting" role="alert">
            <p>{t(`refused.${refused.refused}`)}</p>
          </Notice>
        )}
        <form method="post" noValidate>
          <div className={styles.pair}>
            <TextField name="round" inputMode="numeric" label={t('rounds.number')} required defaultValue={(rounds[0]?.round ?? 0) + 1} kept={kept} />
            <TextField name="date" type="date" label={t('rounds.date')} kept={kept} />
            <TextField name="nameJa" label={t('rounds.nameJa')} required lang="ja" kept={kept} />
            <TextField name="nameZh" label={t('rounds.nameZh')} required lang="zh-Hans" kept={kept} />
          </div>
          <Button>{t('send')}</Button>
        </form>
      </details>
    </>
  )
}
