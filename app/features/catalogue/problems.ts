import type { z } from 'zod'

/** Why a record of a catalogue file cannot be taken. Codes; worded where they are shown. */
export interface Problem {
  record: 'file' | 'company' | 'technology'
  /** the record's id as given, or nothing */
  id: string
  /** the record's place in its array, from 0 */
  at: number | null
  /** e.g. `indicators[0].name.ja` */
  member: string
  reason: string
  /** the limit or the offending value */
  detail: string
}

export const memberPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, step) => (typeof step === 'number' ? `${text}[${step}]` : text ? `${text}.${String(step)}` : String(step)), '')

type Issue = z.core.$ZodIssue
type Found = Pick<Problem, 'member' | 'reason' | 'detail'>

/** The problems behind an issue of the shapes in interchange.ts; several where several members are unknown. */
export function problemsOf(issue: Issue): Found[] {
  const member = memberPath(issue.path)
  const one = (reason: string, detail = ''): Found[] => [{ member, reason, detail }]
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ member: memberPath([...issue.path, key]), reason: 'unknown-member', detail: '' }))
    case 'invalid_type':
      return issue.input === undefined || issue.input === null ? one('required') : one('wrong-type', issue.expected)
    case 'invalid_value':
      return typeof issue.input === 'string' ? one('unknown-code', shown(issue.input)) : one('wrong-type', 'string')
    case 'too_big':
      return one(issue.origin === 'array' ? 'too-many' : issue.origin === 'string' ? 'too-long' : 'too-great', String(issue.maximum))
    case 'too_small':
      return one(issue.origin === 'array' ? 'too-few' : 'too-small', String(issue.minimum))
    case 'custom':
      return one(issue.message, String(issue.params?.most ?? issue.params?.least ?? shown(issue.input)))
    case 'invalid_union':
      return issue.input === undefined ? one('required') : one('wrong-type', 'number or string')
    default:
      return one(issue.message, shown(issue.input))
  }
}

const shown = (input: unknown) => (typeof input === 'string' && input.length <= 80 ? input : '')
