import { db } from '#db/index.ts'
import { hintsFor } from './hints.server.ts'
import { FROM_FIRM } from './remarks.ts'
import type { Revision } from './revisions.server.ts'
import { unsignedLanguages } from './signing.server.ts'
import { isTextMember, mostOf, originalOf, otherOf, slotsToTranslate } from './translating.ts'

/** A text with its draft in the other language, text by text, with hints from the terminology. */
export async function readDraft({ id, edition, content, remarks, state, ...rest }: Revision) {
  const from = originalOf(content)
  const to = otherOf(from)
  const slots = slotsToTranslate(content)
  const hints = await hintsFor(db, slots.map(({ text }) => text[from] ?? ''), from)
  return {
    id,
    name: content.name,
    edition,
    from,
    to,
    fromFirm: remarks?.[FROM_FIRM] ?? null,
    askable: state === 'submitted' && content.name[to] !== null && unsignedLanguages({ content, signOffs: rest.signOffs }).length > 0,
    slots: slots.map((slot, at) => {
      const stateful = isTextMember(slot.name)
      const told = stateful ? content.translations[slot.name]?.[to] : undefined
      return {
        name: slot.name,
        member: slot.member,
        row: slot.row,
        part: slot.part,
        original: slot.text[from],
        draft: slot.text[to],
        state: slot.text[to] === null ? ('missing' as const) : told === 'machine' || told === 'stale' ? told : ('human' as const),
        stateful,
        most: mostOf(slot),
        hints: hints[at]!,
      }
    }),
  }
}
