import type { TechnologyPage } from '#app/features/catalogue/data.server.ts'
import { named, type Field } from '#app/features/catalogue/naming.ts'
import { env } from '#app/platform/env.server.ts'
import { formatDate, translator, type Locale } from '#app/platform/locale.ts'
import type { Part } from '#app/platform/paper/paper.ts'
import { AMBER, below, both, FLOOR, GREEN, heading, INK, LEFT, pair, paragraph, SOFT, stacked, TOP, WIDTH, type Block, type Draft } from './drafting.server.ts'
import { evidence, facts, factsOf, indicators, savings, type Evidence } from './figures.server.ts'
import { foot, head, type Foot, type Logo } from './frame.server.ts'

export interface TechnologySubject {
  technology: TechnologyPage
  fields: Field[]
  /** its photograph or drawing, as JPEG 4:3 */
  picture: Buffer | null
}

const PICTURE = { width: 164, height: 123 }
/** How much stands on the sheet, from ample to scarce; the first that fits is taken. */
const MEASURES = [
  { body: 9.6, lines: 9, rows: 6, places: 4, gap: 13 },
  { body: 9, lines: 8, rows: 6, places: 4, gap: 11 },
  { body: 8.6, lines: 7, rows: 6, places: 3, gap: 10 },
  { body: 8.2, lines: 6, rows: 5, places: 3, gap: 9 },
  { body: 7.8, lines: 5, rows: 4, places: 2, gap: 8 },
  { body: 7.4, lines: 4, rows: 4, places: 2, gap: 7 },
  { body: 7.2, lines: 3, rows: 3, places: 1, gap: 6 },
  { body: 7, lines: 2, rows: 2, places: 1, gap: 5 },
]
type Measure = (typeof MEASURES)[number]

/** A technology on one page, in both languages: what it solves, its figures, where it runs, how to cooperate, whose it is. */
export function technologySheet(base: Omit<Draft, 'body'>, subject: TechnologySubject, logo: Logo | null, page?: Foot['page']): Part[] {
  let story: Block = { parts: [], bottom: Infinity }
  for (const measure of MEASURES) {
    if (story.bottom <= FLOOR - 6) break
    story = tell({ ...base, body: measure.body }, subject, measure)
  }
  const draft = { ...base, body: MEASURES[0]!.body }
  return [...head(draft, logo), ...story.parts, ...foot(draft, footOf(subject, base.first, page))]
}

function footOf({ technology }: TechnologySubject, first: Locale, page: Foot['page']): Foot {
  const t = translator
  return {
    address: `${env.originOf[first]}/${first}/technologies/${technology.slug}`,
    call: (locale) => t(locale)('flyers:call.technology'),
    notes: (locale) => [
      technology.verifiedOn ? t(locale)('catalogue:show.verifiedOn', { date: formatDate(technology.verifiedOn, locale) }) : t(locale)('catalogue:show.unverified'),
      t(locale)('flyers:broker'),
      ...(technology.id.startsWith('demo-') ? [t(locale)('catalogue:show.demo')] : []),
    ],
    ...(page ? { page } : {}),
  }
}

function tell(draft: Draft, subject: TechnologySubject, measure: Measure): Block {
  const { content } = subject.technology
  const title = opening(draft, subject)
  const body = { size: draft.body, leading: 1.6, lines: measure.lines }
  const prose = (key: 'problem' | 'principle' | 'advantage') => (y: number): Block => {
    if (!content[key].ja && !content[key].zh) return { parts: [], bottom: y }
    const title = heading(draft, (locale) => translator(locale)(`catalogue:show.${key}`), y)
    const text = pair(draft, 'P', content[key], title.bottom + 1, body)
    return { parts: [...title.parts, ...text.parts], bottom: text.bottom }
  }
  const shown: Evidence = { installations: content.installations.slice(0, measure.places), certificates: content.certificates.slice(0, Math.max(1, measure.places - 1)) }
  const rest = below(title.bottom + measure.gap, measure.gap, [
    (y) => pair(draft, 'P', content.summary, y, { size: draft.body + 0.8, weight: 'bold', leading: 1.55, lines: 4 }),
    prose('problem'),
    prose('principle'),
    prose('advantage'),
    (y) => savings(draft, content.savings.slice(0, 4), y),
    (y) => indicators(draft, content.indicators.slice(0, measure.rows), y),
    (y) => evidence(draft, shown, y),
    (y) => facts(draft, factsOf(content), y),
  ])
  return { parts: [...title.parts, ...rest.parts], bottom: rest.bottom }
}

/** Field, name and firm beside the picture. */
function opening(draft: Draft, { technology, fields, picture }: TechnologySubject): Block {
  const { content, company } = technology
  const width = picture ? WIDTH - PICTURE.width - 24 : WIDTH
  const at = (y: number) => ({ x: LEFT, y, width })
  const field = both((locale) => content.fields.map((id) => fields.find((one) => one.id === id)?.[locale] ?? id).join(' · '))
  const texts = below(TOP, 7, [
    (y) => paragraph(draft, 'P', field[draft.first]!, draft.first, at(y), { size: 8, weight: 'bold', colour: GREEN, lines: 1 }),
    (y) => stacked(draft, 'H1', content.name, at(y), { size: 23, weight: 'bold', lines: 3, minSize: 13, leading: 1.32, balance: true }, { size: 11, lines: 2, minSize: 8, leading: 1.45 }),
    (y) => stacked(draft, 'P', { ja: company.nameJa ?? company.nameEn, zh: company.nameZh }, at(y), { size: 10, weight: 'bold', lines: 1, minSize: 7, colour: INK }, { size: 8, lines: 1, minSize: 6, colour: SOFT }),
    (y) => (content.name[draft.first] ? { parts: [], bottom: y } : paragraph(draft, 'P', translator(draft.first)('catalogue:show.onlyOtherPage'), draft.first, at(y), { size: 7.5, colour: AMBER, lines: 2 })),
  ])
  if (!picture) return texts
  const shown: Part = { tag: 'Figure', lang: draft.first, alt: translator(draft.first)('catalogue:show.picture', { name: named(content.name, draft.first).text }), marks: [{ kind: 'image', bytes: picture, x: LEFT + WIDTH - PICTURE.width, y: TOP + 2, ...PICTURE }] }
  return { parts: [...texts.parts, shown], bottom: Math.max(texts.bottom, TOP + 2 + PICTURE.height) }
}
