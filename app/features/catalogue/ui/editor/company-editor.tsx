import { useTranslation } from 'react-i18next'
import { companyKinds, sizeBands } from '#db/schema/catalogue.ts'
import { htmlLang, i18nOf } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Select, TextArea, TextField, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { limits } from '../../limits.ts'
import type { CompanyEditor } from '../../revising/company-editing.server.ts'
import { prefectures } from '../../territories.ts'
import { Count, useSay } from './bilingual-field.tsx'
import { ConflictBox, type Conflict } from './conflict-box.tsx'
import { EditorScript, SaveLine, useScriptWords } from './editor-page.tsx'
import styles from './editor.module.css'

interface Props extends Omit<CompanyEditor, 'typed'> {
  kept: Kept
  conflict: Conflict | null
  shut: boolean
}

const told = ['saved', 'submitted', 'taken-back', 'discarded'] as const

/** All that a firm says of itself; the office looks before the public sees it. */
export function CompanyEditorPage({ base, query, name, slug, public: isPublic, office, state, edition, keys, lacks, changed, remarks, saved, done, kept, conflict, shut }: Props) {
  const { t, i18n } = useTranslation(['editor', 'catalogue'])
  const words = useScriptWords()
  const wrong = Object.keys(kept.errors)
  const closed = shut || state === 'submitted'
  const whole = remarks['']
  return (
    <DeskPage title={t('company.title', { name })} actions={isPublic ? <a className={styles.act} href={`/${i18n.language}/companies/${slug}`}>{t('company.see')}</a> : null}>
      {office && <Notice>{t('inFirmsPlace')}</Notice>}
      {told.some((one) => one === done) && !conflict && wrong.length === 0 && (
        <Notice role="status">
          <p>{t(`company.done.${done as 'saved'}`)}</p>
        </Notice>
      )}
      {closed ? (
        <Notice tone="waiting">
          <p>{t('company.submitted')}</p>
          <p className={styles.buttons}>
            <LinkButton tone="quiet" href={`${base}/preview${query}`}>
              {t('toPreview')}
            </LinkButton>
            <LinkButton tone="quiet" href={`${base}/submission/withdrawal${query}`}>
              {t('companyWithdrawal.title')}
            </LinkButton>
          </p>
        </Notice>
      ) : (
        <p>{t(changed.length > 0 ? 'company.leadDraft' : 'company.lead')}</p>
      )}
      {state === 'returned' && (
        <Notice tone="waiting">
          <p>{t('company.returned')}</p>
          {whole && <p className={styles.said}>{whole}</p>}
        </Notice>
      )}
      {wrong.length > 0 && (
        <Notice tone="harm" role="alert">
          <p>{t('wrong', { n: wrong.length })}</p>
          <ul>
            {wrong.map((member) => (
              <li key={member}>
                <a href={`#${member}`}>{t(`fields.${member}.label` as 'fields.nameJa.label')}</a>
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <form method="post" action={`${base}${query}`} className={styles.form} noValidate {...words} {...(conflict || closed ? {} : { 'data-autosave': `${base}/autosave${query}` })}>
        <button type="submit" className="visually-hidden" tabIndex={-1} aria-hidden="true">
          {t('save.send')}
        </button>
        <input type="hidden" name="edition" value={edition} />
        {conflict && <ConflictBox {...conflict} />}
        <fieldset className={styles.plain} disabled={closed}>
          <legend className="visually-hidden">{t('company.title', { name })}</legend>
          <CompanyFields kept={kept} remarks={remarks} keys={keys} lacks={lacks} />
        </fieldset>
        {!closed && (
          <div className={styles.bar}>
            <SaveLine saved={saved} />
            <div className={styles.buttons}>
              {saved && (
                <LinkButton tone="quiet" href={`${base}/draft/discarding${query}`}>
                  {t('companyDiscarding.title')}
                </LinkButton>
              )}
              <LinkButton tone="quiet" href={`${base}/preview${query}`}>
                {t('toPreview')}
              </LinkButton>
              <Button tone="quiet">{t(conflict ? 'conflict.send' : 'save.send')}</Button>
              {!conflict && (
                <Button name="then" value="submission">
                  {t('company.toSubmission')}
                </Button>
              )}
            </div>
          </div>
        )}
      </form>
      {!closed && <EditorScript />}
    </DeskPage>
  )
}

function CompanyFields({ kept, remarks, keys, lacks }: { kept: Kept; remarks: Record<string, string>; keys: CompanyEditor['keys']; lacks: CompanyEditor['lacks'] }) {
  const { t } = useTranslation(['editor', 'catalogue'])
  const say = useSay()
  const labels = (member: string) => ({
    name: member,
    label: t(`fields.${member}.label` as 'fields.nameJa.label'),
    hint: (
      <>
        {t(`fields.${member}.hint` as 'fields.nameJa.hint')}
        {remarks[member] && (
          <span className={styles.remark}>
            <strong>{t('remark')}</strong> {remarks[member]}
          </span>
        )}
      </>
    ),
    kept,
    say,
  })
  const sample = (language: 'ja' | 'zh', text: 'companyName' | 'profile') => i18nOf[language].t('editor:example', { text: i18nOf[language].t(`editor:examples.${text}`) })
  return (
    <>
      <section className={styles.group}>
        <h2>{t('company.names')}</h2>
        <div className={styles.pair}>
          <TextField {...labels('nameJa')} lang={htmlLang.ja} hint={<span lang={htmlLang.ja}>{sample('ja', 'companyName')}</span>} />
          <TextField {...labels('nameZh')} lang={htmlLang.zh} hint={<span lang={htmlLang.zh}>{sample('zh', 'companyName')}</span>} />
          <TextField {...labels('reading')} lang={htmlLang.ja} required={lacks.includes('reading')} />
          <TextField {...labels('nameEn')} lang="en" />
          <TextField {...labels('pinyin')} lang="zh-Latn" placeholder={keys.sortPinyin} />
          <TextField {...labels('romanised')} lang="ja-Latn" placeholder={keys.sortAlpha} />
        </div>
        <p className={styles.hint}>{t('company.keys', { pinyin: keys.sortPinyin, alpha: keys.sortAlpha })}</p>
        <TextArea {...labels('formerNames')} rows={3} />
      </section>
      <section className={styles.group}>
        <h2>{t('company.facts')}</h2>
        <div className={styles.short}>
          <Select {...labels('kind')} hint={undefined} options={companyKinds.map((value) => ({ value, label: t(`catalogue:companyKinds.${value}`) }))} />
          <Select {...labels('prefecture')} hint={undefined} empty={t('unsaid')} options={prefectures.map((value) => ({ value, label: t(`catalogue:prefectures.${value}` as 'catalogue:prefectures.JP-01') }))} />
          <Select {...labels('size')} hint={undefined} empty={t('unsaid')} options={sizeBands.map((value) => ({ value, label: t(`catalogue:sizes.${value}`) }))} />
        </div>
        <div className={styles.pair}>
          <TextField {...labels('site')} type="url" inputMode="url" placeholder="https://" />
          <TextField {...labels('corporateNumber')} inputMode="numeric" />
        </div>
      </section>
      <section className={styles.group}>
        <h2>{t('company.profile')}</h2>
        <p className={styles.hint}>{t('company.profileHint')}</p>
        <div className={styles.pair}>
          {(['ja', 'zh'] as const).map((language) => {
            const member = language === 'ja' ? 'profileJa' : 'profileZh'
            return (
              <div key={member} className={styles.side}>
                <TextArea {...labels(member)} lang={htmlLang[language]} rows={10} hint={<span lang={htmlLang[language]}>{sample(language, 'profile')}</span>} />
                <p className={styles.below}>
                  <Count name={member} kept={kept} most={limits.profile} />
                </p>
              </div>
            )
          })}
        </div>
      </section>
    </>
  )
}
