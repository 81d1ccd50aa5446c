import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import { Written } from '#app/ui/written.tsx'
import type { CaseFile } from '../conversation/files.server.ts'
import { nameFor, useReading } from './reading.ts'
import styles from './case-files.module.css'

interface DeskFilesProps {
  files: readonly CaseFile[]
  approaches: readonly { id: string; company: { ja: string | null; zh: string | null } }[]
  href: string
}

/** Every file of a case: who sent it, and to whom it was passed on under which name. */
export function DeskFiles({ files, approaches, href }: DeskFilesProps) {
  const { t } = useTranslation(['conversation', 'desk'])
  const locale = useReading()
  if (files.length === 0) return <p>{t('files.none')}</p>
  const firm = (id: string | null) => {
    const approach = approaches.find((one) => one.id === id)
    return approach ? nameFor(approach.company, locale) : null
  }
  return (
    <ul className={styles.files}>
      {files.map((file) => {
        const from = file.author === 'firm' ? (firm(file.approachId) ?? t('desk:inquiries.actor.firm')) : t(`desk:inquiries.actor.${file.author}`)
        const to = file.audience === 'firm' ? (firm(file.approachId) ?? t('desk:inquiries.actor.firm')) : t(`desk:inquiries.actor.${file.audience}`)
        return (
          <li key={file.id}>
            <a href={`${href}/files/${file.id}`}><Written text={file.name} /></a>
            <small>
              {from} → {to} · <time dateTime={file.at.toISOString()}>{formatTime(file.at, locale)}</time>
            </small>
          </li>
        )
      })}
    </ul>
  )
}
