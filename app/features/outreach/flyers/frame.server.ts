import { env } from '#app/platform/env.server.ts'
import { otherLocale, translator, type Locale } from '#app/platform/locale.ts'
import type { Part } from '#app/platform/paper/paper.ts'
import { qrPath } from '#app/platform/qr.server.ts'
import { FLOOR, GREEN, INK, LEFT, paragraph, rule, SOFT, WIDTH, written, type Draft } from './drafting.server.ts'

export interface Logo {
  name: string
  png: Buffer
  width: number
  height: number
}
export interface Foot {
  /** the page that the QR code opens */
  address: string
  /** what stands beside the code, by language */
  call: (locale: Locale) => string
  notes: (locale: Locale) => string[]
  page?: { number: number; of: number }
}

const LOGO = { width: 128, height: 30 }

/** The head of every sheet: who publishes it, and the partner who hands it out. */
export function head(draft: Draft, logo: Logo | null): Part[] {
  const { first } = draft
  const own = written(draft, translator(first)('site:name'), first, { x: LEFT, y: 34, width: 240 }, { size: 9, weight: 'bold', colour: GREEN, lines: 1, minSize: 6 })
  const second = otherLocale(first)
  const other = written(draft, translator(second)('site:name'), second, { x: LEFT + own.setting.width + 10, y: 34.6, width: 200 }, { size: 7.5, colour: SOFT, lines: 1, minSize: 5 })
  return [{ tag: 'P', lang: first, marks: [own.mark] }, { tag: 'P', lang: second, marks: [other.mark] }, ...(logo ? [placed(logo)] : []), rule(LEFT, 53, WIDTH, GREEN, 1.2)]
}

function placed({ name, png, width, height }: Logo): Part {
  const scale = Math.min(LOGO.width / width, LOGO.height / height)
  const [w, h] = [width * scale, height * scale]
  return { tag: 'Figure', alt: name, marks: [{ kind: 'image', bytes: png, x: LEFT + WIDTH - w, y: 47 - h, width: w, height: h }] }
}

const CODE = 68

/** The foot of every sheet: the QR code with its address, the office, and what is good to know. */
export function foot(draft: Draft, { address, call, notes, page }: Foot): Part[] {
  const { path, size } = qrPath(address)
  const top = FLOOR + 12
  const x = LEFT + CODE + 16
  const width = (WIDTH - CODE - 16 - 18) / 2
  const parts: Part[] = [rule(LEFT, FLOOR, WIDTH), { tag: 'Figure', alt: address, marks: [{ kind: 'path', d: path, unit: CODE / size, colour: INK, x: LEFT, y: top }] }]
  for (const [at, locale] of [draft.first, otherLocale(draft.first)].entries()) {
    const place = { x: x + at * (width + 18), width }
    const called = paragraph(draft, 'P', call(locale), locale, { ...place, y: top - 2 }, { size: 8.5, weight: 'bold', colour: at === 0 ? GREEN : SOFT, lines: 1, minSize: 6.5 })
    const rest = [...notes(locale), translator(locale)('flyers:office', { office: translator(locale)('site:office'), mail: env.officeMail })]
    const said = paragraph(draft, 'P', rest.join('\n'), locale, { ...place, y: called.bottom + 1 }, { size: 7, colour: SOFT, leading: 1.45, lines: 5, minSize: 5.6 })
    parts.push(...called.parts, ...said.parts)
  }
  parts.push(...paragraph(draft, 'P', address, draft.first, { x: LEFT, y: top + CODE + 3, width: WIDTH - 60 }, { size: 6.8, colour: INK, lines: 1, minSize: 4.5 }).parts)
  if (page) parts.push(...paragraph(draft, 'P', `${page.number} / ${page.of}`, draft.first, { x: LEFT, y: top + CODE + 2.5, width: WIDTH, align: 'right' }, { size: 7.5, colour: SOFT }).parts)
  return parts
}
