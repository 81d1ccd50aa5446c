import type { Bilingual } from '#db/schema/catalogue.ts'

/** What lies at the desk: to be reviewed, translated, signed off by the firm; details of firms; what was deleted; what is public. */
export const queues = ['review', 'translation', 'sign-off', 'companies', 'deleted', 'public'] as const
export type Queue = (typeof queues)[number]
export const PER_PAGE = 25

export interface QueueRow {
  key: string
  /** below `desk/listings/` */
  path: string
  name: Bilingual
  company: Bilingual
  /** there is a public text that this one would take the place of */
  changed: boolean
  since: Date
  /** days since then */
  age: number
  /** days until a deleted one is gone for good */
  left: number
  warnings: number | null
  unsigned: ('ja' | 'zh')[]
}
