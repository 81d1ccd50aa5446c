import { chatsIn } from './leaks/chats.ts'
import { namesIn, type Known } from './leaks/names.ts'
import { phonesIn } from './leaks/phones.ts'
import { mailsIn, websIn, type Span } from './leaks/places.ts'
import { trace } from './leaks/tracing.ts'

export type { Known } from './leaks/names.ts'
export const leakKinds = ['email', 'web', 'chat', 'phone', 'address', 'person', 'organisation'] as const
export type LeakKind = (typeof leakKinds)[number]

export interface Leak {
  kind: LeakKind
  /** as it stands in the text */
  found: string
  start: number
  end: number
}

/**
 * Contacts in a text, as far as they can be recognised: e-mail and web addresses, telephone numbers, ids of WeChat, QQ
 * and LINE, and the names given. It finds and tells; it never changes a text. Sorted, not overlapping; the places are
 * those of the original text (UTF-16 units).
 */
export function findLeaks(text: string, names: readonly Known[] = []): Leak[] {
  const traced = trace(text)
  const found: [LeakKind, Span[]][] = [
    ['email', mailsIn(traced.text)],
    ['web', websIn(traced.text)],
    ['chat', chatsIn(traced.text)],
    ['phone', phonesIn(traced.text)],
    // An address holds names often enough; the whole of it says more.
    ...[...names].sort((a, b) => Number(b.kind === 'address') - Number(a.kind === 'address')).map((known): [LeakKind, Span[]] => [known.kind, namesIn(traced.text, known)]),
  ]
  const leaks: Leak[] = []
  for (const [kind, spans] of found) {
    // The longest first: of what overlaps, the fullest reading stays.
    for (const [from, to] of [...spans].sort((a, b) => b[1] - b[0] - (a[1] - a[0]) || a[0] - b[0])) {
      const { start, end } = traced.span(from, to)
      if (end > start && !leaks.some((leak) => leak.start < end && start < leak.end)) leaks.push({ kind, found: text.slice(start, end), start, end })
    }
  }
  return leaks.sort((a, b) => a.start - b.start)
}

/** A text in pieces, those that are leaks with their kind: for showing where they stand. */
export function marked(text: string, leaks: readonly Leak[]): { text: string; kind: LeakKind | null }[] {
  const pieces: { text: string; kind: LeakKind | null }[] = []
  let at = 0
  for (const leak of leaks) {
    if (leak.start > at) pieces.push({ text: text.slice(at, leak.start), kind: null })
    pieces.push({ text: leak.found, kind: leak.kind })
    at = leak.end
  }
  if (at < text.length) pieces.push({ text: text.slice(at), kind: null })
  return pieces
}
