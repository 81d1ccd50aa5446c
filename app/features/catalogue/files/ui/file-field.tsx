import { useTranslation } from 'react-i18next'
import type { ReactNode } from 'react'
import { Button } from '#app/ui/button.tsx'
import type { Kept } from '#app/ui/field.tsx'
import styles from './files.module.css'

interface UploadFormProps {
  action: string
  label: string
  hint: string
  accept: string
  send: string
  kept: Kept | undefined
  children: ReactNode
}

const MOST = 20 * 1024 * 1024

/** A form that sends one file; a small script shows how far it got, where there is one. */
export function UploadForm({ action, label, hint, accept, send, kept, children }: UploadFormProps) {
  const { t } = useTranslation('files')
  const key = kept?.errors.file?.[0]
  const message = key && t(`errors.${key}` as 'errors.broken')
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      noValidate
      className={styles.form}
      data-upload=""
      data-most={MOST}
      data-progress={t('progress', { percent: '%n' })}
      data-checking={t('checking')}
      data-too-large={t('errors.too-large')}
      data-cut-off={t('errors.cut-off')}
    >
      <div className={styles.field}>
        <label htmlFor="file">{label}</label>
        <p id="file-hint" className={styles.hint}>
          {hint}
        </p>
        <input id="file" name="file" type="file" accept={accept} className={styles.file} aria-describedby={message ? 'file-hint file-error' : 'file-hint'} aria-invalid={message ? true : undefined} />
        {message && (
          <p id="file-error" className={styles.error}>
            {message}
          </p>
        )}
      </div>
      {children}
      <p hidden role="status" className={styles.progress}>
        <progress max={100} value={0} hidden />
        <span data-words="" />
      </p>
      <Button>{send}</Button>
      <script defer src="/upload.js" />
    </form>
  )
}
