import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Select, TextField } from '#app/ui/field.tsx'
import { kinds } from '../choices.ts'
import type { Counts } from '../inbox/counting.ts'
import { addressOf, chips, offices, origins, sorts, without, type Chip, type InboxFilter } from '../inbox/filter.ts'
import { stages } from '../stages.ts'
import type { Colleague } from './assign-bar.tsx'
import { nameFor, useReading } from './reading.ts'
import styles from './inbox-page.module.css'

export interface FilterChoices {
  fields: readonly { id: string; parentId: string | null; ja: string; zh: string }[]
  firms: readonly { id: string; ja: string | null; zh: string | null; en: string | null }[]
}
interface Props {
  filter: InboxFilter
  counts: Counts
  choices: FilterChoices
  staff: readonly Colleague[]
  me: string
}

/** The search over everything, the finer filters folded away, and what is in force as chips that can be taken off. */
export function InboxFilters({ filter, choices, staff, me }: Props) {
  const { t } = useTranslation(['inbox', 'desk', 'casework', 'inquiries'])
  const locale = useReading()
  const href = `/${locale}/desk/inquiries`
  const labels = useChipLabels(choices, staff, me)
  const active = chips.filter((chip) => filter[chip])
  const any = t('filter.any')
  const field = (id: string) => `${choices.fields.find((one) => one.id === id)?.parentId ? '　' : ''}${choices.fields.find((one) => one.id === id)?.[locale] ?? ''}`
  const finer = active.some((chip) => ['kind', 'origin', 'field', 'firm', 'from', 'to'].includes(chip)) || filter.sort !== null
  return (
    <>
      <form method="get" action={href} className={styles.search} role="search">
        <label htmlFor="words">{t('search.label')}</label>
        <div className={styles.line}>
          <input id="words" name="q" type="search" maxLength={200} defaultValue={filter.q} accessKey="s" aria-describedby="words-hint" autoComplete="off" />
          <Button tone="quiet">{t('search.send')}</Button>
        </div>
        <p id="words-hint" className={styles.hint}>
          {t('search.hint')}
        </p>
        {filter.group && <input type="hidden" name="group" value={filter.group} />}
        {filter.escalated && <input type="hidden" name="escalated" value="1" />}
        <details open={finer || undefined}>
          <summary>{t('filter.open')}</summary>
          <div className={styles.filters}>
            <Select name="stage" label={t('filter.stage')} empty={any} defaultValue={filter.stage ?? ''} options={stages.map((value) => ({ value, label: t(`desk:inquiries.stage.${value}`) }))} />
            <Select name="owner" label={t('filter.owner')} empty={any} defaultValue={filter.owner ?? ''} options={[{ value: 'me', label: t('me') }, { value: 'none', label: t('nobody') }, ...staff.filter(({ id }) => id !== me).map(({ id, name }) => ({ value: id, label: name }))]} />
            <Select name="office" label={t('filter.office')} empty={any} defaultValue={filter.office ?? ''} options={[...offices.map((value) => ({ value, label: t(`casework:offices.${value}`) })), { value: 'none', label: t('noOffice') }]} />
            <Select name="kind" label={t('filter.kind')} empty={any} defaultValue={filter.kind ?? ''} options={kinds.map((value) => ({ value, label: t(`inquiries:kind.${value}`) }))} />
            <Select name="origin" label={t('filter.origin')} empty={any} defaultValue={filter.origin ?? ''} options={origins.map((value) => ({ value, label: t(`desk:inquiries.case.origins.${value}`) }))} />
            <Select name="field" label={t('filter.field')} empty={any} defaultValue={filter.field ?? ''} options={choices.fields.map(({ id }) => ({ value: id, label: field(id) }))} />
            <Select name="firm" label={t('filter.firm')} empty={any} defaultValue={filter.firm ?? ''} options={choices.firms.map((firm) => ({ value: firm.id, label: nameFor(firm, locale) }))} />
            <TextField name="from" type="date" label={t('filter.from')} defaultValue={filter.from ?? ''} />
            <TextField name="to" type="date" label={t('filter.to')} defaultValue={filter.to ?? ''} />
            <Select name="sort" label={t('filter.sort')} empty={t('sort.due')} defaultValue={filter.sort ?? ''} options={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))} />
          </div>
          <Button>{t('filter.send')}</Button>
        </details>
      </form>
      {active.length > 0 && (
        <ul className={styles.chips} aria-label={t('filter.active')}>
          {active.map((chip) => (
            <li key={chip}>
              <a href={href + addressOf(filter, without(chip))} title={t('filter.remove', { label: labels(chip, filter) })}>
                <span className={styles.of}>{t(`filter.${chip}`)}</span> {labels(chip, filter)} <span aria-hidden="true">×</span>
              </a>
            </li>
          ))}
          {active.length > 1 && (
            <li>
              <a href={href}>{t('filter.clear')}</a>
            </li>
          )}
        </ul>
      )}
    </>
  )
}

function useChipLabels({ fields, firms }: FilterChoices, staff: readonly Colleague[], me: string) {
  const { t } = useTranslation(['inbox', 'desk', 'casework', 'inquiries'])
  const locale = useReading()
  const gone = t('filter.gone')
  return (chip: Chip, filter: InboxFilter): string => {
    const { group, stage, owner, office, kind, origin, field, firm, from, to, q } = filter
    const firmNamed = firms.find(({ id }) => id === firm)
    const words: Record<Chip, string | null | undefined> = {
      group: group && t(`groups.${group}`),
      stage: stage && t(`desk:inquiries.stage.${stage}`),
      owner: owner === 'me' || owner === me ? t('me') : owner === 'none' ? t('nobody') : staff.find(({ id }) => id === owner)?.name,
      office: office === 'none' ? t('noOffice') : office && t(`casework:offices.${office}`),
      kind: kind && t(`inquiries:kind.${kind}`),
      origin: origin && t(`desk:inquiries.case.origins.${origin}`),
      field: fields.find(({ id }) => id === field)?.[locale],
      firm: firmNamed && nameFor(firmNamed, locale),
      from, to, q,
      escalated: '',
    }
    return words[chip] ?? gone
  }
}
