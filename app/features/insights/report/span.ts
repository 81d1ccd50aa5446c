import { z } from 'zod'
import { isLocale, type Locale } from '#app/platform/locale.ts'
import { hours } from '#app/platform/spans.ts'
import { fiscalYear } from '../period.ts'

const day = z.string().regex(/^20\d{2}-\d{2}-\d{2}$/).refine((text) => !Number.isNaN(Date.parse(text)))
export const isDay = (text: unknown): text is string => day.safeParse(text).success

/** What a report reaches over: the data bank from one day to another, everything else up to the second. */
export interface Span {
  from: string
  until: string
}

interface Dated {
  closesOn: string
  closedAt: Date | null
}
const inJapan = (at: Date) => new Date(at.getTime() + hours(9)).toISOString().slice(0, 10)

/**
 * The span that is asked for. Without one, a report ends on the day its round closed (or is to close) and begins with the
 * business year of that day: nothing depends on when it is made.
 */
export function spanOf(round: Dated, asked: { from?: string | null | undefined; until?: string | null | undefined }): Span {
  const until = isDay(asked.until) ? asked.until : round.closedAt ? inJapan(round.closedAt) : round.closesOn
  const from = isDay(asked.from) ? asked.from : fiscalYear(until).from
  return { from: from < until ? from : until, until }
}

export interface Wanted extends Span {
  locale: Locale
}
/** The same from an address; the report may be in another language than the page. */
export function readWanted(url: URL, round: Dated, locale: Locale): Wanted {
  const asked = url.searchParams
  const language = asked.get('language')
  return { ...spanOf(round, { from: asked.get('from'), until: asked.get('until') }), locale: isLocale(language) ? language : locale }
}
export const writeWanted = ({ from, until, locale }: Wanted): string => `?${new URLSearchParams({ from, until, language: locale }).toString()}`
