import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { AskingForm, type AskingFormProps } from './asking-form.tsx'
import { useReading } from './reading.ts'
import { TechnologyNames } from './technology-names.tsx'
import styles from './asking-form.module.css'

interface AskingPageProps extends AskingFormProps {
  title: string
  refused: 'too-many-open' | 'too-often' | 'stale' | null
}

/** The public form with what it is about, what happens afterwards, and why it was not accepted. */
export function AskingPage({ title, refused, ...form }: AskingPageProps) {
  const { t } = useTranslation(['inquiries', 'needs', 'site'])
  const locale = useReading()
  const faulty = form.kept && Object.keys(form.kept.errors).length > 0
  return (
    <Sheet title={title} lead={t(form.need ? 'needs:form.lead' : 'form.lead')}>
      {refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(`refused.${refused}`)}</p>
        </Notice>
      )}
      {faulty && (
        <Notice tone="harm" role="alert">
          <p>{t('site:form.errorsAbove')}</p>
        </Notice>
      )}
      {form.technologies.length === 0 && (
        <ul className={styles.doors}>
          <li>
            {t('form.noTechnology')} <a href={`/${locale}/technologies`}>{t('form.search')}</a>
          </li>
          <li>
            {t(form.need ? 'needs:form.forOffice' : 'needs:form.forNeed')} <a href={`/${locale}/${form.need ? 'inquiries' : 'needs'}/new`}>{t(form.need ? 'needs:form.toOffice' : 'needs:form.toNeed')}</a>
          </li>
        </ul>
      )}
      {form.technologies.length > 0 && (
        <section aria-labelledby="about">
          <h2 id="about">{t('form.about')}</h2>
          <TechnologyNames technologies={form.technologies} />
        </section>
      )}
      <AskingForm {...form} />
      <h2 className={styles.after}>{t('form.steps.title')}</h2>
      <ol className={styles.steps}>
        <li>{t('form.steps.one')}</li>
        <li>{t(form.need ? 'needs:form.steps.two' : 'form.steps.two')}</li>
        <li>{t('form.steps.three')}</li>
      </ol>
    </Sheet>
  )
}
