import { z } from 'zod'
import { offices } from '#db/schema/accounts.ts'
import { hours } from '#app/platform/spans.ts'

const day = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)

/** The address of the numbers: a period of days in Japan's time, both included, and one office or all. */
export const periodShape = z.object({
  from: day.optional().catch(undefined),
  to: day.optional().catch(undefined),
  office: z.enum(offices).optional().catch(undefined),
})
export interface Period {
  from: string
  to: string
  office: (typeof offices)[number] | null
}

/** Japanese business years begin in April. */
export function fiscalYear(day: string): { from: string; to: string } {
  const year = Number(day.slice(0, 4)) - (day.slice(5) < '04-01' ? 1 : 0)
  return { from: `${year}-04-01`, to: `${year + 1}-03-31` }
}

/** What the address asks for; without dates the running business year. A period the wrong way round is turned. */
export function readPeriod(url: URL, today: string): Period {
  const asked = periodShape.parse(Object.fromEntries(url.searchParams))
  const year = fiscalYear(today)
  const [from, to] = [asked.from ?? year.from, asked.to ?? year.to]
  return { from: from < to ? from : to, to: from < to ? to : from, office: asked.office ?? null }
}

export const writePeriod = ({ from, to, office }: Period): string => `?${new URLSearchParams({ from, to, ...(office ? { office } : {}) }).toString()}`

/** The moments a period reaches from and up to, the end not included. */
export function momentsOf({ from, to }: Pick<Period, 'from' | 'to'>): { start: Date; end: Date } {
  const midnight = (text: string) => new Date(new Date(`${text}T00:00:00Z`).getTime() - hours(9))
  return { start: midnight(from), end: new Date(midnight(to).getTime() + hours(24)) }
}
