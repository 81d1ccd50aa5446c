import { useTranslation } from 'react-i18next'
import { TextArea, TextField, type Kept } from '#app/ui/field.tsx'
import { placeholders } from '../conversation/placeholders.ts'
import styles from './templates.module.css'

interface TemplateFieldsProps {
  /** what the words are written in, once that is settled */
  lang?: string | undefined
  title?: string
  body?: string
  kept: Kept | null | undefined
}

/** The words of a template, with what may be left open in them. */
export function TemplateFields({ lang, title, body, kept }: TemplateFieldsProps) {
  const { t } = useTranslation(['conversation', 'site'])
  const say = (key: string) => (key === 'unknown-placeholder' ? t('templates.errors.unknown-placeholder') : t(`site:form.errors.${key}` as 'site:form.errors.required'))
  return (
    <>
      <TextField name="title" {...(lang ? { lang } : {})} label={t('templates.name')} required maxLength={80} defaultValue={title} kept={kept} />
      <TextArea name="body" {...(lang ? { lang } : {})} label={t('templates.body')} required rows={12} maxLength={4000} defaultValue={body} kept={kept} say={say} />
      <details className={styles.blanks} open={kept?.errors.body ? true : undefined}>
        <summary>{t('templates.placeholders')}</summary>
        <p>{t('templates.placeholdersText')}</p>
        <dl>
          {placeholders.map((name) => (
            <div key={name}>
              <dt>
                <code>{`{{${name}}}`}</code>
              </dt>
              <dd>{t(`templates.placeholder.${name}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
