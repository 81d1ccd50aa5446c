import { useTranslation } from 'react-i18next'
import { cooperationModes, costBands, exportControls, ipStates, paybackBands, savingKinds, stages, type ListingContent } from '#db/schema/catalogue.ts'
import { Choices, Select, TextArea, TextField, type Kept } from '#app/ui/field.tsx'
import { htmlLang, i18nOf, locales } from '#app/platform/locale.ts'
import { limits } from '../../limits.ts'
import type { Field } from '../../naming.ts'
import type { RowMember } from '../../revising/listing-rows.ts'
import { isText, membersOf, type Section } from '../../revising/sections.ts'
import { chineseRegions } from '../../territories.ts'
import { BilingualField, stateOf, useSay } from './bilingual-field.tsx'
import { FieldSelects } from './field-selects.tsx'
import { Group } from './group.tsx'
import { CountrySelect, RegionSelect } from './places.tsx'
import { Rows } from './rows.tsx'
import styles from './editor.module.css'

export interface SectionProps {
  section: Section
  /** as stored, for the states of its texts */
  content: ListingContent
  kept: Kept
  fields: Field[]
  /** what the office remarked, by member */
  remarks: Record<string, string>
  more: string | null
}

const lines: Partial<Record<string, number>> = { summary: 3, problem: 5, description: 10, principle: 6, advantage: 5, partnerSought: 4, maintenance: 4 }

/** The questions of one page of the editor. */
export function SectionFields({ section, content, kept, fields, remarks, more }: SectionProps) {
  const remarkOn = (member: string) =>
    Object.entries(remarks).filter(([path]) => path === member || path.startsWith(`${member}.`) || path.startsWith(`${member}[`)).map(([, text]) => text).join(' ') || undefined
  return (
    <>
      {membersOf[section].map((member) => (
        <Group key={member} member={member} remark={remarkOn(member)}>
          {isText(member) ? (
            <BilingualField name={member} most={limits[member]} kept={kept} {...(lines[member] ? { rows: lines[member] } : {})} example={member} states={{ ja: stateOf(content, member, 'ja'), zh: stateOf(content, member, 'zh') }} />
          ) : (
            <Other member={member} kept={kept} fields={fields} more={more} />
          )}
        </Group>
      ))}
    </>
  )
}

const choices = { stage: ['stages', stages], cost: ['costs', costBands], payback: ['paybacks', paybackBands], ip: ['ips', ipStates], exportControl: ['exportControls', exportControls] } as const

function Other({ member, kept, fields, more }: { member: string; kept: Kept; fields: Field[]; more: string | null }) {
  const { t } = useTranslation(['editor', 'catalogue'])
  const say = useSay()
  if (Object.hasOwn(choices, member)) {
    const [group, values] = choices[member as keyof typeof choices]
    const options = values.map((value) => ({ value, label: t(`catalogue:${group}.${value}` as 'catalogue:stages.research') }))
    return <Select name={member} id={`${member}-choice`} label={<span className="visually-hidden">{t(`fields.${member}.label` as 'fields.stage.label')}</span>} options={options} {...(member === 'exportControl' ? {} : { empty: t('unsaid') })} kept={kept} say={say} />
  }
  switch (member) {
    case 'fields':
      return <FieldSelects fields={fields} kept={kept} />
    case 'keywords':
      return <Keywords kept={kept} />
    case 'cooperation':
      return <Choices name="cooperation" label={t('several')} several kept={kept} say={say} options={cooperationModes.map((value) => ({ value, label: t(`catalogue:modes.${value}`) }))} />
    case 'regions':
      return (
        <div className={styles.many}>
          <Choices name="regions" label={t('several')} several kept={kept} say={say} options={chineseRegions.map((value) => ({ value, label: t(`catalogue:regions.${value}`) }))} />
        </div>
      )
    default:
      return (
        <Rows member={member as RowMember} kept={kept} more={more === member}>
          {(row) => rowFields[member as RowMember]({ row, kept })}
        </Rows>
      )
  }
}

function Keywords({ kept }: { kept: Kept }) {
  const { t } = useTranslation('editor')
  const say = useSay()
  return (
    <div className={styles.pair}>
      {locales.map((language) => (
        <TextArea key={language} name={`keywords.${language}`} rows={4} lang={htmlLang[language]} label={t(`languages.${language}`)} kept={kept} say={say} hint={<span lang={htmlLang[language]}>{i18nOf[language].t('editor:example', { text: i18nOf[language].t('editor:examples.keywords') })}</span>} />
      ))}
    </div>
  )
}

interface RowProps {
  row: string
  kept: Kept
}

function Part({ row, part, most, example, rows }: { row: RowProps; part: string; most: number; example?: string; rows?: number }) {
  const { t } = useTranslation('editor')
  return (
    <>
      <h3 className={styles.part}>{t(`parts.${part}` as 'parts.name')}</h3>
      <BilingualField name={`${row.row}.${part}`} most={most} kept={row.kept} {...(rows ? { rows } : {})} {...(example ? { example } : {})} />
    </>
  )
}

function Indicator(row: RowProps) {
  const { t } = useTranslation('editor')
  const say = useSay()
  return (
    <>
      <Part row={row} part="name" most={limits.rowName} example="indicatorName" />
      <div className={styles.short}>
        <TextField name={`${row.row}.value`} label={t('parts.value')} hint={t('parts.valueHint')} kept={row.kept} say={say} />
        <TextField name={`${row.row}.unit`} label={t('parts.unit')} hint={t('parts.unitHint')} kept={row.kept} say={say} />
      </div>
      <Part row={row} part="baseline" most={limits.note} example="baseline" />
      <Part row={row} part="conditions" most={limits.note} example="conditions" />
    </>
  )
}

function Saving(row: RowProps) {
  const { t } = useTranslation(['editor', 'catalogue'])
  const say = useSay()
  return (
    <>
      <div className={styles.short}>
        <Select name={`${row.row}.kind`} label={t('parts.kind')} empty={t('choose')} options={savingKinds.map((value) => ({ value, label: t(`catalogue:savingKinds.${value}`) }))} kept={row.kept} say={say} />
        <TextField name={`${row.row}.value`} label={t('parts.number')} inputMode="decimal" kept={row.kept} say={say} />
        <TextField name={`${row.row}.unit`} label={t('parts.unit')} hint={t('parts.savingUnitHint')} kept={row.kept} say={say} />
      </div>
      <Part row={row} part="basis" most={limits.note} example="basis" />
    </>
  )
}

function Installation(row: RowProps) {
  const { t } = useTranslation('editor')
  const say = useSay()
  return (
    <>
      <div className={styles.short}>
        <CountrySelect name={`${row.row}.country`} kept={row.kept} />
        <RegionSelect name={`${row.row}.region`} kept={row.kept} />
        <TextField name={`${row.row}.year`} label={t('parts.installedYear')} inputMode="numeric" placeholder="2021" kept={row.kept} say={say} />
        <TextField name={`${row.row}.since`} label={t('parts.since')} inputMode="numeric" placeholder="2021" kept={row.kept} say={say} />
        <TextField name={`${row.row}.count`} label={t('parts.count')} inputMode="numeric" placeholder="1" kept={row.kept} say={say} />
      </div>
      <Part row={row} part="note" most={limits.note} example="installationNote" />
    </>
  )
}

function Certificate(row: RowProps) {
  const { t } = useTranslation('editor')
  const say = useSay()
  return (
    <>
      <Part row={row} part="name" most={limits.rowName} example="certificateName" />
      <div className={styles.short}>
        <TextField name={`${row.row}.issuer`} label={t('parts.issuer')} kept={row.kept} say={say} />
        <TextField name={`${row.row}.year`} label={t('parts.year')} inputMode="numeric" kept={row.kept} say={say} />
      </div>
    </>
  )
}

const rowFields: Record<RowMember, (row: RowProps) => React.ReactNode> = {
  indicators: (row) => <Indicator {...row} />,
  savings: (row) => <Saving {...row} />,
  installations: (row) => <Installation {...row} />,
  certificates: (row) => <Certificate {...row} />,
}

