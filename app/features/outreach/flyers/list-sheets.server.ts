import type { CompanyName } from '#app/features/catalogue/cards.server.ts'
import type { Field } from '#app/features/catalogue/naming.ts'
import { env } from '#app/platform/env.server.ts'
import { formatDate, otherLocale, pick, translator, type Locale } from '#app/platform/locale.ts'
import type { Part } from '#app/platform/paper/paper.ts'
import { below, both, GREEN, heading, INK, LEFT, pair, PALE, paragraph, SOFT, stacked, TOP, WIDTH, type Bilingual, type Block, type Draft } from './drafting.server.ts'
import { entriesBlock, type Entry } from './entries.server.ts'
import { foot, head, type Foot, type Logo } from './frame.server.ts'

interface Listed {
  entries: Entry[]
  total: number
}
export interface CompanySubject extends Listed {
  slug: string
  name: CompanyName
  profile: Bilingual
  /** kind, place and size, worded */
  facts: (locale: Locale) => string
  demo: boolean
}
export interface FieldSubject extends Listed {
  field: Field
  picture: Buffer
}
export interface SiteSubject {
  technologies: number
  companies: number
  /** the top of the taxonomy with what each holds */
  fields: (Bilingual & { n: number })[]
}
export interface CollectionSubject extends Listed {
  title: string
  lang: Locale
  code: string
  createdAt: Date
}

type Base = Omit<Draft, 'body'>
const BODY = 9.4
const TITLE = { size: 23, weight: 'bold', lines: 2, minSize: 13, leading: 1.32, balance: true } as const
const SUBTITLE = { size: 12, lines: 2, minSize: 8, leading: 1.45 } as const
const whole = (y: number) => ({ x: LEFT, y, width: WIDTH })
const home = (locale: Locale) => `${env.originOf[locale]}/${locale}`
const broker = (locale: Locale) => translator(locale)('flyers:broker')

const sheet = (draft: Draft, logo: Logo | null, blocks: ((y: number) => Block)[], footing: Foot): Part[] => [...head(draft, logo), ...below(TOP, 14, blocks).parts, ...foot(draft, footing)]

export function companySheet(base: Base, { slug, name, profile, facts, entries, total, demo }: CompanySubject, logo: Logo | null): Part[] {
  const draft = { ...base, body: BODY }
  return sheet(
    draft,
    logo,
    [
      (y) => stacked(draft, 'H1', { ja: name.ja ?? name.en, zh: name.zh }, whole(y), TITLE, SUBTITLE),
      (y) => pair(draft, 'P', both(facts), y, { size: 8.5, colour: SOFT }),
      (y) => pair(draft, 'P', profile, y, { size: BODY, lines: 8, leading: 1.65 }),
      (y) => entriesBlock(draft, entries.map(({ firm: _firm, ...entry }) => entry), total, y),
    ],
    { address: `${home(base.first)}/companies/${slug}`, call: (locale) => translator(locale)('flyers:call.company'), notes: (locale) => [broker(locale), ...(demo ? [translator(locale)('catalogue:show.demo')] : [])] },
  )
}

export function fieldSheet(base: Base, { field, picture, entries, total }: FieldSubject, logo: Logo | null): Part[] {
  const draft = { ...base, body: BODY }
  const shown = { width: 128, height: 96 }
  const opening = (y: number): Block => {
    const at = { x: LEFT, y, width: WIDTH - shown.width - 24 }
    const texts = below(y, 8, [
      (top) => paragraph(draft, 'P', translator(base.first)('flyers:field'), base.first, { ...at, y: top }, { size: 8, weight: 'bold', colour: GREEN }),
      (top) => stacked(draft, 'H1', field, { ...at, y: top }, TITLE, SUBTITLE),
    ])
    const figure: Part = { tag: 'Figure', lang: base.first, alt: field[base.first], marks: [{ kind: 'image', bytes: picture, x: LEFT + WIDTH - shown.width, y: y + 2, ...shown }] }
    return { parts: [...texts.parts, figure], bottom: Math.max(texts.bottom, y + 2 + shown.height) }
  }
  return sheet(draft, logo, [opening, (y) => entriesBlock(draft, entries, total, y)], {
    address: `${home(base.first)}/technologies?field=${field.id}`,
    call: (locale) => translator(locale)('flyers:call.field'),
    notes: (locale) => [broker(locale)],
  })
}

export function siteSheet(base: Base, { technologies, companies, fields }: SiteSubject, logo: Logo | null): Part[] {
  const draft = { ...base, body: 10.4 }
  const t = translator
  const steps = (locale: Locale) => (['1', '2', '3', '4'] as const).map((step) => `${step}　${t(locale)(`catalogue:home.steps.${step}`)}`).join('\n')
  const area = ({ n, ...name }: SiteSubject['fields'][number], locale: Locale) => `${name[locale]}　${n}`
  return sheet(
    draft,
    logo,
    [
      (y) => stacked(draft, 'H1', both((locale) => t(locale)('catalogue:home.title')), whole(y + 8), { ...TITLE, size: 26 }, { ...SUBTITLE, size: 14 }),
      (y) => pair(draft, 'P', both((locale) => t(locale)('catalogue:home.lead')), y + 6, { size: 10.4, leading: 1.75 }),
      (y) => tiles(draft, [[technologies, (locale) => t(locale)('catalogue:home.technologies')], [companies, (locale) => t(locale)('catalogue:home.companies')], [fields.length, (locale) => t(locale)('flyers:field')]], y + 4),
      (y) => titled(draft, (locale) => t(locale)('catalogue:home.stepsTitle'), both(steps), y + 4),
      (y) => titled(draft, (locale) => t(locale)('catalogue:home.fieldsTitle'), both((locale) => fields.map((field) => area(field, locale)).join('\n')), y + 4, 1.55),
    ],
    { address: home(base.first), call: (locale) => t(locale)('flyers:call.site'), notes: (locale) => [broker(locale)] },
  )
}

function titled(draft: Draft, word: (locale: Locale) => string, text: Bilingual, y: number, leading = 1.85): Block {
  const title = heading(draft, word, y)
  const said = pair(draft, 'P', text, title.bottom + 2, { size: draft.body - 0.4, leading })
  return { parts: [...title.parts, ...said.parts], bottom: said.bottom }
}

function tiles(draft: Draft, figures: [number, (locale: Locale) => string][], y: number): Block {
  const width = (WIDTH - 16) / 3
  const parts = figures.flatMap(([n, word], at): Part[] => {
    const place = { x: LEFT + at * (width + 8) + 12, width: width - 24 }
    const figure = paragraph(draft, 'P', n.toLocaleString(draft.first), draft.first, { ...place, y: y + 8 }, { size: 26, weight: 'bold', colour: GREEN, leading: 1.25 })
    const label = paragraph(draft, 'P', `${word(draft.first)} / ${word(otherLocale(draft.first))}`, draft.first, { ...place, y: figure.bottom }, { size: 8.5, colour: INK, lines: 1, minSize: 6 })
    return [{ tag: null, marks: [{ kind: 'fill', x: LEFT + at * (width + 8), y, width, height: 66, colour: PALE, radius: 4 }] }, ...figure.parts, ...label.parts]
  })
  return { parts, bottom: y + 66 }
}

/** The first page of a catalogue for one meeting: its title, what is in it and on which page, and the QR code of its own page. */
export function coverSheet(base: Base, { title, lang, code, createdAt, entries, total }: CollectionSubject, logo: Logo | null, pages: number): Part[] {
  const draft = { ...base, body: BODY }
  const when = both((locale) => translator(locale)('flyers:collected', { date: formatDate(createdAt, locale) }))
  return sheet(
    draft,
    logo,
    [
      (y) => paragraph(draft, 'H1', title, lang, { ...whole(y + 16), width: WIDTH * 0.86 }, { ...TITLE, size: 28, lines: 3 }),
      (y) => pair(draft, 'P', when, y, { size: 8.5, colour: SOFT }),
      (y) => entriesBlock(draft, entries, total, y + 6),
    ],
    { address: `${home(base.first)}/collections/${code}`, call: (locale) => translator(locale)('flyers:call.collection'), notes: (locale) => [broker(locale)], page: { number: 1, of: pages } },
  )
}

export const nameOf = (name: Bilingual & { en?: string | null }, locale: Locale) => pick(name, locale)?.text ?? name.en ?? '—'
