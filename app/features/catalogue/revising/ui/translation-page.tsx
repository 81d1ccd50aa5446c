import { useTranslation } from 'react-i18next'
import { htmlLang, type Locale } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { TextArea, TextField, Tick } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Hint } from '../hints.server.ts'
import type { ActRefused } from '../revision-desk.server.ts'
import { ActRefusal, Edition, useSay } from './act-page.tsx'
import { nameIn, useLocale } from './both-names.tsx'
import { Chip } from './chip.tsx'
import styles from './review.module.css'

export interface DraftedSlot {
  name: string
  member: string
  row: number | null
  part: string | null
  original: string | null
  draft: string | null
  state: 'machine' | 'stale' | 'human' | 'missing'
  /** the texts of a listing have a state; parts of rows do not */
  stateful: boolean
  most: number
  hints: Hint[]
}

interface TranslationPageProps {
  id: string
  name: { ja: string | null; zh: string | null }
  edition: number
  from: Locale
  to: Locale
  slots: readonly DraftedSlot[]
  fromFirm: string | null
  /** both languages are there, and the firm has not answered for one of them */
  askable: boolean
  done: string | null
  refused: ActRefused | undefined
}

/** Original and draft side by side, text by text, with the terms the site knows. */
export function TranslationPage({ id, name, edition, from, to, slots, fromFirm, askable, done, refused }: TranslationPageProps) {
  const { t } = useTranslation('review')
  const locale = useLocale()
  const href = `/${locale}/desk/listings/${id}`
  return (
    <DeskPage title={t('translation.title', { name: nameIn(name, locale) })} actions={<a href={href}>{t('translation.back')}</a>}>
      {done && !refused && (
        <Notice role="status">
          <p>{t('done.translated')}</p>
          {askable && <LinkButton href={`${href}/sign-off-request`}>{t('acts.sign-off-request')}</LinkButton>}
        </Notice>
      )}
      {fromFirm && (
        <Notice tone="waiting">
          <p className={styles.remark}>
            {t('show.fromFirm')} {fromFirm}
          </p>
        </Notice>
      )}
      <ActRefusal refused={refused} />
      <p>{t('translation.lead')}</p>
      <form method="post" noValidate>
        <Edition edition={edition} />
        {slots.map((slot, at) => (
          <Slot key={slot.name} slot={slot} first={slots[at - 1]?.member !== slot.member} from={from} to={to} refused={refused} />
        ))}
        <p className={styles.sticky}>
          <Button>{t('translation.save')}</Button>
        </p>
      </form>
    </DeskPage>
  )
}

export function useSlotLabel() {
  const { t } = useTranslation('review')
  return ({ member, row, part }: Pick<DraftedSlot, 'member' | 'row' | 'part'>) =>
    [t(`members.${member}` as 'members.name'), row === null ? null : t('warnings.row', { n: row + 1 }), part && member !== 'savings' && t(`parts.${part}` as 'parts.name')].filter(Boolean).join(' ')
}

function Slot({ slot, first, from, to, refused }: { slot: DraftedSlot; first: boolean; from: Locale; to: Locale; refused: ActRefused | undefined }) {
  const { t } = useTranslation('review')
  const labelOf = useSlotLabel()
  const say = useSay()
  const field = `text-${slot.name}`
  const typed = refused?.kept.typed[field]
  const overtaken = refused?.refused === 'edited-meanwhile' && typeof typed === 'string' && typed.replaceAll('\r\n', '\n').trim() !== (slot.draft ?? '')
  const common = { name: field, lang: htmlLang[to], label: t('translation.draft', { language: t(`language.${to}`) }), maxLength: slot.most, defaultValue: slot.draft ?? '', kept: refused?.kept, say }
  return (
    <section className={styles.slot} id={first ? `m-${slot.member}` : undefined}>
      <h2>
        {labelOf(slot)} <Chip tone={slot.state === 'human' ? 'good' : 'waiting'}>{t(`translation.state.${slot.state}`)}</Chip>
      </h2>
      <div className={styles.sides}>
        <div className={styles.side}>
          <p className={styles.language}>{t('translation.original', { language: t(`language.${from}`) })}</p>
          {slot.original ? (
            <p className={styles.original} lang={htmlLang[from]}>
              {slot.original}
            </p>
          ) : (
            <p className={styles.none}>{t('show.nothing')}</p>
          )}
          <Hints hints={slot.hints} from={from} to={to} />
        </div>
        <div className={styles.side}>
          {overtaken && (
            <Notice tone="waiting">
              <p>{t('translation.theirs')}</p>
              <p className={styles.text} lang={htmlLang[to]}>
                {slot.draft ?? t('show.nothing')}
              </p>
            </Notice>
          )}
          {slot.most <= 200 ? <TextField {...common} /> : <TextArea {...common} rows={rowsFor(slot.original ?? slot.draft ?? '')} />}
          {slot.stateful && <MachineTick slot={slot} refused={refused} />}
        </div>
      </div>
    </section>
  )
}

const rowsFor = (text: string) => Math.min(18, Math.max(3, Math.ceil(text.length / 32) + text.split('\n').length))

/** Ticked as it is stored, or as it was typed in a form that was refused. */
function MachineTick({ slot, refused }: { slot: DraftedSlot; refused: ActRefused | undefined }) {
  const { t } = useTranslation('review')
  const name = `machine-${slot.name}`
  const kept = refused?.kept ?? { errors: {}, typed: slot.state === 'machine' ? { [name]: 'on' } : {} }
  return <Tick name={name} label={t('translation.machine')} kept={kept} />
}

function Hints({ hints, from, to }: { hints: readonly Hint[]; from: Locale; to: Locale }) {
  const { t } = useTranslation('review')
  if (hints.length === 0) return null
  return (
    <>
      <p className={styles.language}>{t('translation.hints')}</p>
      <dl className={styles.hints}>
        {hints.map(({ word, terms }) => (
          <div key={word} className={styles.pair}>
            <dt lang={htmlLang[from]}>{word}</dt>
            <dd lang={htmlLang[to]}>{terms.join('、')}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
