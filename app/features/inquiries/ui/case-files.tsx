import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatTime } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Kept } from '#app/ui/field.tsx'
import { DownloadHint } from '#app/ui/wechat.tsx'
import { useForeign, Written } from '#app/ui/written.tsx'
import type { ShownFile } from '../conversation/files.server.ts'
import { useReading } from './reading.ts'
import styles from './case-files.module.css'

const ACCEPTED = 'application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.openxmlformats-officedocument.presentationml.presentation,image/*'
const megabytes = (size: number) => (size >= 1024 * 1024 ? `${(size / 1024 / 1024).toFixed(1)} MB` : `${Math.max(1, Math.round(size / 1024))} KB`)

/** Files of a private page: what its owner sent, and what the office passed on. */
export function FileList({ files, href }: { files: readonly ShownFile[]; href: string }) {
  const { t } = useTranslation('conversation')
  const locale = useReading()
  if (files.length === 0) return null
  return (
    <>
      <DownloadHint />
      <ul className={styles.files}>
        {files.map((file) => (
          <li key={file.id}>
            <a href={`${href}/files/${file.id}`}><Written text={file.name} /></a>
            <small>
              {megabytes(file.size)} · {t(file.own ? 'files.own' : 'files.fromOffice')} · <time dateTime={file.at.toISOString()}>{formatTime(file.at, locale)}</time>
            </small>
          </li>
        ))}
      </ul>
    </>
  )
}

/** One file at a time: several inputs in one form break in the browsers that many buyers use. */
export function FileForm({ action, refused, children }: { action: string; refused?: string | null; children?: ReactNode }) {
  const { t } = useTranslation(['conversation', 'files'])
  return (
    <form method="post" action={action} encType="multipart/form-data" className={styles.form}>
      {refused && (
        <Notice tone="harm" role="alert">
          <p>{refused === 'too-many-files' ? t('files.tooMany') : t(`files:errors.${refused}` as 'files:errors.empty', { defaultValue: t('files.refused') })}</p>
        </Notice>
      )}
      {children}
      <label htmlFor="file">{t('files.choose')}</label>
      <p id="file-hint">{t('files.hint')}</p>
      <input id="file" name="file" type="file" accept={ACCEPTED} aria-describedby="file-hint" />
      <Button tone="quiet">{t('files.send')}</Button>
    </form>
  )
}

/** The desk's choice of files to send along, each under a name that says nothing it should not. */
export function FilesToPass({ files, kept }: { files: readonly { id: string; name: string; author: 'buyer' | 'firm' | 'desk' }[]; kept: Kept | null | undefined }) {
  const { t } = useTranslation(['conversation', 'desk'])
  const foreign = useForeign()
  if (files.length === 0) return null
  const list = (name: string) => [kept?.typed[name] ?? []].flat()
  const ticked = new Set(list('file'))
  const names = list('fileName')
  const at = (id: string) => list('fileId').indexOf(id)
  return (
    <fieldset className={styles.pass}>
      <legend>{t('files.pass')}</legend>
      <p>{t('files.passHint')}</p>
      {files.map((file) => (
        <div key={file.id} className={styles.one}>
          <label>
            <input type="checkbox" name="file" value={file.id} defaultChecked={ticked.has(file.id)} /> <Written text={file.name} /> <small>{t(`desk:inquiries.actor.${file.author}`)}</small>
          </label>
          <input type="hidden" name="fileId" value={file.id} />
          <label className={styles.rename}>
            {t('files.newName')}
            <input type="text" name="fileName" lang={foreign(file.name)} maxLength={160} defaultValue={names[at(file.id)] ?? file.name} />
          </label>
        </div>
      ))}
    </fieldset>
  )
}
