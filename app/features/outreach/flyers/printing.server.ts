import { MissingGlyph } from '#app/platform/lettering/faces.server.ts'
import { openCompositor } from '#app/platform/lettering/setting.server.ts'
import { keptBytes } from '#app/platform/kept-bytes.server.ts'
import { translator, type Locale } from '#app/platform/locale.ts'
import { log } from '#app/platform/log.server.ts'
import type { Paper } from '#app/platform/paper/paper.ts'
import { pdfOf } from '#app/platform/paper/pdf.server.ts'
import { pictureOfPaper } from '#app/platform/paper/picture.server.ts'
import { sha256 } from '#app/platform/secrets.server.ts'
import { turns } from '#app/platform/turns.server.ts'
import { env } from '#app/platform/env.server.ts'
import type { Logo } from './frame.server.ts'
import type { Subject } from './subjects.server.ts'

export type FlyerType = 'pdf' | 'png'
export interface Unprintable {
  character: string
  code: string
}
export type Printed = { ok: true; bytes: Buffer } | ({ ok: false } & Unprintable)

/** Raised when sheets look different for the same content. */
const EDITION = 1
const kept = keptBytes(32 * 1024 * 1024)
const drawn = turns(1, 24)

/** The same for the same sheet: content, language, logo and where the addresses lead. */
export const printKey = (subject: Subject, locale: Locale, logo: Logo | null): string =>
  sha256(JSON.stringify([EDITION, subject.path, subject.content, locale, logo && [logo.name, sha256(logo.png)], env.originOf, env.officeMail])).slice(0, 32)

async function draft(subject: Subject, locale: Locale, logo: Logo | null, only?: 'first'): Promise<Paper> {
  const base = { compositor: await openCompositor(), first: locale }
  return { title: subject.name, locale, pages: await subject.draw(base, logo, only) }
}

/**
 * A flyer as PDF, or its first sheet as picture. Made one at a time, the last ones kept by what they say. A character that no font
 * has is named to the caller and in the log. @throws TooBusy
 */
export async function printFlyer(subject: Subject, locale: Locale, logo: Logo | null, type: FlyerType): Promise<Printed> {
  const key = `${printKey(subject, locale, logo)}.${type}`
  const before = kept.find(key)
  if (before) return { ok: true, bytes: before }
  return drawn(async () => {
    try {
      const again = kept.find(key)
      if (again) return { ok: true, bytes: again }
      const paper = await draft(subject, locale, logo, type === 'png' ? 'first' : undefined)
      const bytes = type === 'pdf' ? await pdfOf(paper, translator(locale)('flyers:author')) : await pictureOfPaper(paper)
      kept.keep(key, bytes)
      return { ok: true, bytes }
    } catch (error) {
      return { ok: false, ...unprintable(error, subject) }
    }
  })
}

function unprintable(error: unknown, subject: Subject): Unprintable {
  if (!(error instanceof MissingGlyph)) throw error
  log.error({ flyer: subject.path, code: error.code }, 'a flyer holds a character that no font has')
  return { character: error.character, code: error.code }
}

const MOST_VERDICTS = 2_000
const verdicts = new Map<string, Unprintable | null>()

/** What keeps a flyer from being printed; found by drafting it, which is a small part of the work. */
export async function troubleOf(subject: Subject, locale: Locale, logo: Logo | null): Promise<Unprintable | null> {
  const key = printKey(subject, locale, logo)
  const known = verdicts.get(key)
  if (known !== undefined) return known
  const found = await drawn(() => draft(subject, locale, logo).then(() => null, (error: unknown) => unprintable(error, subject)))
  if (verdicts.size >= MOST_VERDICTS) verdicts.clear()
  verdicts.set(key, found)
  return found
}
