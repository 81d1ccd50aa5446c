/** Why an act did not happen; words: surveys.json, refused.* */
export type Refusal =
  | 'already-moved' | 'changed-meanwhile' | 'published' | 'no-questions' | 'code-taken' | 'condition-unknown' | 'condition-first' | 'needed-elsewhere' | 'nobody' | 'past-day' | 'closed' | 'open-questions' | 'no-contact' | 'answered-already' | 'no-response' | 'too-often' | 'slug-taken'
export type Done = { ok: true } | { ok: false; reason: Refusal }
export const refused = (reason: Refusal): { ok: false; reason: Refusal } => ({ ok: false, reason })
