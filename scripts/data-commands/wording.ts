import type { Problem } from '#app/features/catalogue/problems.ts'

const reasons: Record<string, (detail: string) => string> = {
  'unknown-member': () => 'no such member in the format',
  'wrong-type': (wanted) => `wrong type, expected ${wanted}`,
  required: () => 'required',
  'unknown-code': (given) => `unknown code${quoted(given)}`,
  'unknown-field': (given) => `no such field${quoted(given)}`,
  'unknown-company': (given) => `no such company${quoted(given)}, neither in the file nor stored`,
  'duplicate-id': () => 'another record of the file has this id',
  'slug-taken': (given) => `another record has the slug${quoted(given)}`,
  'slug-fixed': () => 'the slug of a record that was public cannot change',
  'too-long': (most) => `longer than ${most} characters`,
  'too-many': (most) => `more than ${most} entries`,
  'too-few': (least) => `fewer than ${least} entries`,
  'too-great': (most) => `greater than ${most}`,
  'too-small': (least) => `less than ${least}`,
  empty: () => 'empty',
  'no-language': () => 'a name is needed in one language at least',
  'no-letters': () => 'has no letters',
  'not-kana': (given) => `must be kana${quoted(given)}`,
  'bad-id': (given) => `only a-z, 0-9 and -, at most 64${quoted(given)}`,
  'bad-date': (given) => `not a date such as 2026-03-31${quoted(given)}`,
  'bad-address': (given) => `not an address such as https://example.com${quoted(given)}`,
  'bad-corporate-number': (given) => `not a corporate number of 13 digits with a right check digit${quoted(given)}`,
  'bad-character': () => 'holds a control character',
}

const quoted = (text: string) => (text ? ` (“${text}”)` : '')

/** One line: which record, which member, why. */
export function worded({ record, id, at, member, reason, detail }: Problem): string {
  const arrays = { company: 'companies', technology: 'technologies', file: '' } as const
  const where = [record === 'file' ? 'file' : `${arrays[record]}[${at}] ${id || '(no id)'}`, member].filter(Boolean).join(': ')
  return `${where}: ${reasons[reason]?.(detail) ?? reason}`
}
