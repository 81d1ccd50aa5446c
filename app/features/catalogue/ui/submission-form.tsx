import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextField, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { named } from '../naming.ts'
import type { DraftRow } from '../tables/submitting.server.ts'
import styles from './table-import.module.css'

/** The drafts of a firm, all ticked that can be handed in, and what holds for all of them. */
export function SubmissionForm({ drafts, office, kept }: { drafts: DraftRow[]; office: boolean; kept: Kept | null }) {
  const { t, i18n } = useTranslation('tables')
  const locale = i18n.language as Locale
  const ready = drafts.filter((draft) => draft.lacks === null)
  const lacking = drafts.filter((draft) => draft.lacks !== null)
  const typed = kept ? new Set([kept.typed.draft ?? []].flat()) : null
  const nameOf = (draft: DraftRow) => (draft.name.ja || draft.name.zh ? named(draft.name, locale).text : t('results.unnamed'))
  return (
    <>
      {ready.length === 0 && <p>{t('submission.none')}</p>}
      {ready.length > 0 && (
        <form method="post" className={styles.column}>
          <p>{t('submission.lead')}</p>
          {kept?.errors && Object.keys(kept.errors).some((name) => name.startsWith('draft')) && (
            <Notice tone="harm" role="alert">
              <p>{t('submission.chooseOne')}</p>
            </Notice>
          )}
          <fieldset className={styles.drafts}>
            <legend>{t('submission.drafts', { n: ready.length })}</legend>
            {ready.map((draft) => (
              <label key={draft.revision}>
                <input type="checkbox" name="draft" value={`${draft.revision}:${draft.edition}`} defaultChecked={typed === null || typed.has(`${draft.revision}:${draft.edition}`)} />
                <span>
                  {nameOf(draft)}
                  <small>{t(draft.name.zh === null ? 'submission.onlyJa' : draft.name.ja === null ? 'submission.onlyZh' : 'submission.both')}</small>
                </span>
              </label>
            ))}
          </fieldset>
          <Choices
            name="translation"
            label={t('submission.translation')}
            hint={t('submission.translationHint')}
            kept={kept}
            chosen="as-is"
            required
            options={(['as-is', 'wanted'] as const).map((value) => ({ value, label: t(`submission.translations.${value}`) }))}
          />
          {office && <TextField name="waivedBy" label={t('submission.waivedBy')} hint={t('submission.waivedByHint')} maxLength={100} kept={kept} />}
          <Button wide>{t('submission.send')}</Button>
        </form>
      )}
      {lacking.length > 0 && (
        <section>
          <h2>{t('submission.lacking', { n: lacking.length })}</h2>
          <ul className={styles.lacking}>
            {lacking.map((draft) => (
              <li key={draft.revision}>
                <a href={`/${locale}/account/technologies/${draft.technologyId}`}>{nameOf(draft)}</a> {t(`submission.lacks.${draft.lacks!}`)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
