import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Choices, Tick } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Written } from '#app/ui/written.tsx'
import type { Check } from '../../revising/checklist.ts'
import { placeOf } from '../../revising/sections.ts'
import type { Warning } from '../../revising/warnings.ts'
import { Checklist } from './checklist.tsx'
import styles from './editor.module.css'

interface SubmissionProps {
  home: string
  edition: number
  name: string
  person: string
  office: boolean
  checks: Check[]
  languages: ('ja' | 'zh')[]
  warnings: Warning[]
  refused: { refusal: string; typed: Record<string, string | string[]> } | undefined
}

/** The last look before the office gets the text: what is missing, what will be asked, and who answers for it. */
export function SubmissionPage({ home, edition, name, person, office, checks, languages, warnings, refused }: SubmissionProps) {
  const { t } = useTranslation('editor')
  const lacking = checks.some((check) => check.required && !check.done)
  const chinese = languages.includes('zh')
  const japanese = languages.includes('ja')
  const written = languages.map((language) => t(`languages.${language}`)).join('・')
  return (
    <Sheet title={t('submission.title')} lead={name} back={{ href: home, label: t('toOverview') }}>
      {refused && (
        <Notice tone="harm" role="alert">
          <p>{t([`refusals.${refused.refusal}` as 'refusals.gone', 'refusals.already-moved'])}</p>
        </Notice>
      )}
      <p>{t('submission.lead')}</p>
      <p>
        <LinkButton tone="quiet" href={`${home}/preview`}>
          {t('toPreview')}
        </LinkButton>
      </p>
      <Checklist checks={checks} home={home} linked />
      <Warnings warnings={warnings} home={home} />
      {lacking ? (
        <Notice tone="waiting">
          <p>{t('submission.lacking')}</p>
        </Notice>
      ) : (
        <form method="post">
          <input type="hidden" name="edition" value={edition} />
          <Choices
            name="text"
            label={t('submission.text')}
            {...(refused ? { kept: { errors: {}, typed: refused.typed } } : {})}
            chosen={chinese || !japanese ? 'asWritten' : 'translation'}
            options={[
              { value: 'asWritten', label: t(languages.length === 2 ? 'submission.both' : 'submission.one', { languages: written }) },
              ...(japanese ? [{ value: 'translation', label: t(chinese ? 'submission.rework' : 'submission.translation') }] : []),
            ]}
          />
          {office ? <Notice>{t('submission.office')}</Notice> : <Tick name="signed" label={t('submission.sign', { name: person })} {...(refused ? { kept: { errors: {}, typed: refused.typed } } : {})} />}
          <Button wide>{t('submission.send')}</Button>
          <p className={styles.hint}>{t('submission.after')}</p>
        </form>
      )}
    </Sheet>
  )
}

/** What the desk will be shown, told to the firm first. */
function Warnings({ warnings, home }: { warnings: Warning[]; home: string }) {
  const { t } = useTranslation('editor')
  if (warnings.length === 0) return null
  return (
    <section className={styles.card}>
      <h2>{t('warnings.title')}</h2>
      <p>{t('warnings.lead')}</p>
      <ul className={styles.links}>
        {warnings.map(({ code, member, row, language, file, excerpt }, at) => {
          const place = placeOf(member)
          return (
            <li key={at}>
              {t(`warnings.codes.${code}`)}{' '}
              <a href={place === 'images' || place === 'documents' ? `${home}/${place}` : `${home}/edit/${place ?? 'basics'}#${member}`}>
                {[t([`fields.${member}.label` as 'fields.name.label', `sections.${place ?? 'basics'}`]), row !== null && `${row + 1}`, language && t(`languages.${language}`), file].filter(Boolean).join(' / ')}
              </a>
              {excerpt && <span className={styles.said}><Written text={excerpt} /></span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
