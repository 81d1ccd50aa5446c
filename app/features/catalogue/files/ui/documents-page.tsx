import { useTranslation } from 'react-i18next'
import type { ListingDocument } from '#db/schema/catalogue.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Choices, Select, TextField, type Kept } from '#app/ui/field.tsx'
import { Written } from '#app/ui/written.tsx'
import type { FilesPage, readTextStates } from '../files-page.server.ts'
import { documentAccesses, documentLanguages, MOST_DOCUMENTS } from '../listing-files.ts'
import { draftDocumentPath } from '../sizes.ts'
import { UploadForm } from './file-field.tsx'
import { FilesFrame } from './files-frame.tsx'
import { megabytes } from './megabytes.ts'
import styles from './files.module.css'

type States = Awaited<ReturnType<typeof readTextStates>>

/** The documents of a listing being worked on, what was read of them, and one more. */
export function DocumentsPage({ page, states, kept }: { page: FilesPage; states: States; kept: Kept | undefined }) {
  const { t } = useTranslation('files')
  const { documents, writable } = page
  return (
    <FilesFrame page={page} list="documents" lead={t('documents.lead', { most: MOST_DOCUMENTS })}>
      {documents.length === 0 ? <p>{t('documents.none')}</p> : null}
      <ul className={styles.list}>
        {documents.map((document) => (
          <li key={document.id} className={styles.row}>
            <Document document={document} state={states[document.file]} page={page} />
          </li>
        ))}
      </ul>
      {writable && documents.length >= MOST_DOCUMENTS && <p>{t('documents.full', { most: MOST_DOCUMENTS })}</p>}
      {writable && documents.length < MOST_DOCUMENTS && (
        <>
          <h2>{t('documents.add')}</h2>
          <UploadForm action={`${page.home}/documents`} label={t('documents.file')} hint={t('documents.fileHint')} accept=".pdf,.docx,.pptx,.xlsx" send={t('documents.send')} kept={kept}>
            <DocumentFields kept={kept} />
          </UploadForm>
        </>
      )}
    </FilesFrame>
  )
}

/** Name, language and who may have it. */
export function DocumentFields({ kept, document }: { kept: Kept | undefined; document?: ListingDocument }) {
  const { t, i18n } = useTranslation('files')
  const say = (key: string) => t(`errors.${key}` as 'errors.invalid')
  return (
    <>
      <TextField name="name" label={t('documents.name')} hint={t('documents.nameHint')} maxLength={120} defaultValue={document?.name ?? ''} kept={kept} say={say} />
      <Select name="language" label={t('documents.language')} required defaultValue={document?.language ?? i18n.language} kept={kept} say={say} options={documentLanguages.map((value) => ({ value, label: t(`languages.${value}`) }))} />
      <Choices name="access" label={t('documents.access')} required chosen={document?.access ?? 'public'} kept={kept} say={say} options={documentAccesses.map((value) => ({ value, label: t(`accesses.${value}`) }))} />
    </>
  )
}

function Document({ document, state = 'none', page }: { document: ListingDocument; state: States[string] | undefined; page: FilesPage }) {
  const { t, i18n } = useTranslation('files')
  const base = `${page.home}/documents/${document.id}`
  const harmed = state === 'encrypted' || state === 'broken'
  return (
    <>
      <div className={styles.what}>
        <p className={styles.name}>
          <Written text={document.name} />
        </p>
        <p className={styles.facts}>
          {t(`kinds.${document.kind}`)} · {megabytes(document.size)} · {t(`languages.${document.language}`)} · {t(`accessShort.${document.access}`)}
        </p>
        <p className={harmed ? styles.missing : styles.facts}>{t(`text.${state}`)}</p>
      </div>
      <div className={styles.acts}>
        <LinkButton tone="quiet" size="small" href={draftDocumentPath(i18n.language, page.technologyId, document.id)}>
          {t('documents.open')}
        </LinkButton>
        {page.writable && (
          <>
            <LinkButton tone="quiet" size="small" href={`${base}/details`}>
              {t('documents.change')}
            </LinkButton>
            <LinkButton tone="harm" size="small" href={`${base}/removal`}>
              {t('documents.remove')}
            </LinkButton>
          </>
        )}
      </div>
    </>
  )
}
