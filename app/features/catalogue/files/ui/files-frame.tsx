import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { foreign } from '../../ui/technology-card.tsx'
import type { FilesPage } from '../files-page.server.ts'
import styles from './files.module.css'

/** What stands around the list of pictures and that of documents: whose they are, what was done, what is in the way. */
export function FilesFrame({ page, list, lead, children }: { page: FilesPage; list: 'images' | 'documents'; lead: string; children: ReactNode }) {
  const { t, i18n } = useTranslation('files')
  const { name, home, done, writable } = page
  return (
    <DeskPage title={t(`${list}.title`)}>
      <p className={styles.back}>
        <a href={home}>← {t('back')}</a>
      </p>
      <p className={styles.name} lang={foreign(name.lang, i18n.language as Locale)}>
        {name.text}
      </p>
      <p className={styles.lead}>{lead}</p>
      {done && (
        <Notice role="status">
          <p>{t(`done.${done}` as 'done.added', { defaultValue: '' })}</p>
        </Notice>
      )}
      {!writable && (
        <Notice tone="waiting">
          <p>{t('underReview')}</p>
        </Notice>
      )}
      {children}
    </DeskPage>
  )
}

/** Why nothing was changed, above a form where no field is wrong. */
export function RefusedNotice({ reason }: { reason: string | null | undefined }) {
  const { t } = useTranslation('files')
  if (!reason) return null
  return (
    <Notice tone="waiting" role="alert">
      <p>{t(`errors.${reason}` as 'errors.gone')}</p>
    </Notice>
  )
}
