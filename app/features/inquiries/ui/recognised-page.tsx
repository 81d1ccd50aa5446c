import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextField, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { channels } from '../choices.ts'
import type { readRecognised } from '../recognising.server.ts'
import { useReading } from './reading.ts'
import styles from './task-page.module.css'

interface RecognisedPageProps {
  contacts: Awaited<ReturnType<typeof readRecognised>>
  manager: boolean
  done: string | null
  kept: Kept | null
}

/** Intermediaries without a limit of open inquiries; managers add and remove them. */
export function RecognisedPage({ contacts, manager, done, kept }: RecognisedPageProps) {
  const { t } = useTranslation(['casework', 'inquiries'])
  const locale = useReading()
  const href = `/${locale}/desk/intermediaries`
  return (
    <Sheet title={t('recognised.title')} lead={t('recognised.lead')} back={{ href: `/${locale}/desk/inquiries` }}>
      {(done === 'added' || done === 'removed') && (
        <Notice role="status">
          <p>{t(`recognised.${done}`)}</p>
        </Notice>
      )}
      {contacts.length === 0 && <p>{t('recognised.empty')}</p>}
      <ul className={styles.attempts}>
        {contacts.map(({ addressKey, name, at }) => (
          <li key={addressKey} className={styles.row}>
            <span>
              <strong>{name}</strong> <small>{t('recognised.at', { at: formatDate(at, locale) })}</small>
            </span>
            {manager && (
              <form method="post" action={`${href}/removal`}>
                <input type="hidden" name="key" value={addressKey} />
                <Button tone="quiet" size="small">
                  {t('recognised.remove')}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {manager ? (
        <form method="post" noValidate>
          <TextField name="name" label={t('recognised.name')} required maxLength={120} kept={kept} />
          <Choices name="channel" label={t('recognised.channel')} required kept={kept} options={channels.map((one) => ({ value: one, label: t(`inquiries:channel.${one}`) }))} />
          <TextField name="address" label={t('recognised.address')} required maxLength={254} autoComplete="off" kept={kept} />
          <Button>{t('recognised.add')}</Button>
        </form>
      ) : (
        <p>{t('recognised.managerOnly')}</p>
      )}
    </Sheet>
  )
}
