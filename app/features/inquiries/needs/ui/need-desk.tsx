import { useTranslation } from 'react-i18next'
import type { Field } from '#app/features/catalogue/naming.ts'
import { formatDate, formatTime } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Select, TextArea, TextField, type Kept } from '#app/ui/field.tsx'
import { organisationKinds, regions, sizes } from '../../choices.ts'
import { useReading } from '../../ui/reading.ts'
import type { Need } from '../drafting.server.ts'
import { TEXT_MOST, TITLE_MOST, type NeedForm } from '../need-form.ts'
import { FieldChoice } from './field-choice.tsx'
import styles from './needs.module.css'

/** Where the publication stands and what comes next: the wording, the buyer's word, the publication. */
export function NeedState({ need, agreedAt, href }: { need: Need | null; agreedAt: Date | null; href: string }) {
  const { t } = useTranslation('needs')
  const locale = useReading()
  const time = (at: Date) => formatTime(at, locale)
  const state = need?.state ?? 'none'
  const consent = agreedAt
    ? t('desk.agreed', { at: time(agreedAt) })
    : need?.refusedAt
      ? t('desk.refused', { at: time(need.refusedAt) })
      : need?.askedAt
        ? t('desk.askedAt', { at: time(need.askedAt) })
        : t('desk.notAsked')
  return (
    <section className={styles.box}>
      <Facts
        facts={[
          [t('desk.status'), t(`desk.state.${state}`)],
          [t('desk.consent'), consent],
          [t('desk.until'), need && formatDate(need.closesOn, locale)],
          [t('desk.public'), state === 'published' ? <a href={`/${locale}/needs/${need!.slug}`}>{`/needs/${need!.slug}`}</a> : null],
        ]}
      />
      {state === 'draft' && (
        <div className={styles.ways}>
          {agreedAt && <LinkButton href={`${href}/publication`}>{t('desk.publish')}</LinkButton>}
          {!agreedAt && !need?.askedAt && (
            <form method="post" action={`${href}/asking`}>
              <Button>{t('desk.ask')}</Button>
            </form>
          )}
          {!agreedAt && (
            <LinkButton tone="quiet" href={`${href}/answer`}>
              {t('desk.note')}
            </LinkButton>
          )}
          {!agreedAt && (
            <LinkButton tone="quiet" href={`${href}/publication`}>
              {t('desk.publish')}
            </LinkButton>
          )}
        </div>
      )}
      {state === 'published' && (
        <div className={styles.ways}>
          <LinkButton tone="quiet" href={`${href}/unpublishing`}>
            {t('desk.unpublish')}
          </LinkButton>
          <LinkButton tone="quiet" href={`${href}/closure`}>
            {t('desk.close')}
          </LinkButton>
        </div>
      )}
    </section>
  )
}

/** Both languages side by side, and what of the buyer is public. */
export function NeedFields({ words, fields, kept }: { words: NeedForm; fields: readonly Field[]; kept: Kept | undefined }) {
  const { t } = useTranslation(['needs', 'inquiries', 'catalogue'])
  const chosen = kept ? [kept.typed.fields ?? []].flat().filter(Boolean) : words.fields
  const hidden = t('desk.hidden')
  return (
    <>
      <div className={styles.pair}>
        <div>
          <h3>{t('desk.ja')}</h3>
          <TextField name="titleJa" lang="ja" label={t('desk.titleField')} required maxLength={TITLE_MOST} defaultValue={words.titleJa} kept={kept} />
          <TextArea name="textJa" lang="ja" label={t('desk.text')} required rows={12} maxLength={TEXT_MOST} defaultValue={words.textJa} kept={kept} />
        </div>
        <div>
          <h3>{t('desk.zh')}</h3>
          <TextField name="titleZh" lang="zh-Hans" label={t('desk.titleField')} required maxLength={TITLE_MOST} defaultValue={words.titleZh} kept={kept} />
          <TextArea name="textZh" lang="zh-Hans" label={t('desk.text')} required rows={12} maxLength={TEXT_MOST} defaultValue={words.textZh} kept={kept} />
        </div>
      </div>
      <div className={styles.codes}>
        <Select name="organisationKind" label={t('desk.organisationKind')} empty={hidden} defaultValue={words.organisationKind ?? ''} kept={kept} options={organisationKinds.map((kind) => ({ value: kind, label: t(`inquiries:organisationKind.${kind}`) }))} />
        <Select name="region" label={t('desk.region')} empty={hidden} defaultValue={words.region ?? ''} kept={kept} options={regions.map((code) => ({ value: code, label: t(`catalogue:regions.${code}`) }))} />
        <Select name="size" label={t('desk.size')} empty={hidden} defaultValue={words.size ?? ''} kept={kept} options={sizes.map((code) => ({ value: code, label: t(`catalogue:sizes.${code}`) }))} />
        <TextField name="closesOn" type="date" label={t('desk.closesOn')} required defaultValue={words.closesOn} kept={kept} />
      </div>
      <div className={styles.codes}>
        <FieldChoice fields={fields} chosen={chosen} />
      </div>
    </>
  )
}
