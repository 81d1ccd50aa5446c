import type { Bilingual, ListingContent } from '#db/schema/catalogue.ts'

/** The bilingual texts of a listing: those that have a translation state. */
export const textMembers = ['name', 'summary', 'description', 'problem', 'principle', 'advantage', 'partnerSought', 'maintenance'] as const
export type TextMember = (typeof textMembers)[number]

const none = (): Bilingual => ({ ja: null, zh: null })

export const blankContent = (): ListingContent => ({
  name: none(),
  summary: none(),
  description: none(),
  fields: [],
  problem: none(),
  principle: none(),
  advantage: none(),
  partnerSought: none(),
  maintenance: none(),
  indicators: [],
  savings: [],
  cost: null,
  payback: null,
  stage: null,
  installations: [],
  certificates: [],
  ip: null,
  cooperation: [],
  regions: [],
  exportControl: 'not-assessed',
  keywords: { ja: [], zh: [] },
  images: [],
  documents: [],
  translations: {},
})

const both = ({ ja, zh }: Bilingual): Bilingual => ({ ja, zh })

/** The same content with its members in one fixed order (a database may keep them in another) and no idle state. */
export function orderedContent(content: ListingContent): ListingContent {
  return {
    name: both(content.name),
    summary: both(content.summary),
    description: both(content.description),
    fields: content.fields,
    problem: both(content.problem),
    principle: both(content.principle),
    advantage: both(content.advantage),
    partnerSought: both(content.partnerSought),
    maintenance: both(content.maintenance),
    indicators: content.indicators.map(({ name, value, unit, baseline, conditions }) => ({
      name: both(name),
      value,
      unit,
      baseline: both(baseline),
      conditions: both(conditions),
    })),
    savings: content.savings.map(({ kind, value, unit, basis }) => ({ kind, value, unit, basis: both(basis) })),
    cost: content.cost,
    payback: content.payback,
    stage: content.stage,
    installations: content.installations.map(({ country, region, year, count, since, note }) => ({
      country,
      region,
      year,
      count,
      since,
      note: both(note),
    })),
    certificates: content.certificates.map(({ name, issuer, year }) => ({ name: both(name), issuer, year })),
    ip: content.ip,
    cooperation: content.cooperation,
    regions: content.regions,
    exportControl: content.exportControl,
    keywords: { ja: content.keywords.ja, zh: content.keywords.zh },
    images: content.images.map(({ file, width, height, alt }) => ({ file, width, height, alt: both(alt) })),
    documents: content.documents.map(({ id, file, name, kind, size, language, access }) => ({ id, file, name, kind, size, language, access })),
    translations: tellingStates(content),
  }
}

/** Only the states that the texts do not tell themselves: a text is human unless said otherwise, no text is missing. */
function tellingStates(content: ListingContent): ListingContent['translations'] {
  const told: ListingContent['translations'] = {}
  for (const member of textMembers) {
    const states: (typeof told)[string] = {}
    for (const language of ['ja', 'zh'] as const) {
      const state = content.translations[member]?.[language]
      if (content[member][language] !== null && (state === 'machine' || state === 'stale')) states[language] = state
    }
    if (states.ja || states.zh) told[member] = states
  }
  return told
}

export const sameContent = (one: ListingContent, other: ListingContent): boolean =>
  JSON.stringify(orderedContent(one)) === JSON.stringify(orderedContent(other))

/**
 * The states after an edit: a text that was rewritten is a person's; the other language is stale then, unless the
 * rewritten one was itself behind (stale or by machine) and only catches up.
 */
export function agedTranslations(before: ListingContent, after: ListingContent): ListingContent['translations'] {
  const aged = structuredClone(before.translations)
  for (const member of textMembers) {
    const was = before[member]
    const is = after[member]
    for (const [language, other] of [['ja', 'zh'], ['zh', 'ja']] as const) {
      if (was[language] !== is[language]) delete aged[member]?.[language]
      else if (was[other] && is[other] && was[other] !== is[other] && is[language] && !before.translations[member]?.[other]) {
        ;(aged[member] ??= {})[language] = 'stale'
      }
    }
  }
  return aged
}
