/** A part of a multipart form, as its own heading describes it. */
export interface PartHead {
  name: string
  /** null: a field; '' is a file field in which nothing was chosen */
  fileName: string | null
}
export interface PartSink {
  write(chunk: Buffer): Promise<void>
  end(): Promise<void>
}

/** The body is no multipart form, or ends before its end. */
export class BrokenForm extends Error {}

const LONGEST_HEAD = 8 * 1024
const CRLF = '\r\n'

/** `multipart/form-data; boundary=…` → the boundary, or null. */
export function boundaryOf(contentType: string | null): string | null {
  const match = /^multipart\/form-data\s*;.*?\bboundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType ?? '')
  return match ? (match[1] ?? match[2]!) : null
}

/**
 * Cuts a form into its parts while it arrives: what a part holds goes straight to its sink. The ready-made parsers keep
 * every part in memory until it is whole.
 */
export async function readParts(body: AsyncIterable<Uint8Array>, boundary: string, open: (head: PartHead) => Promise<PartSink>): Promise<void> {
  const delimiter = Buffer.from(`${CRLF}--${boundary}`)
  // The first delimiter has no line before it.
  let waiting: Buffer = Buffer.from(CRLF)
  let state: 'before' | 'mark' | 'head' | 'body' | 'done' = 'before'
  let sink: PartSink | null = null

  /** One step over what has arrived; false when more is needed. */
  const step = async (): Promise<boolean> => {
    if (state === 'mark') {
      if (waiting.length < 2) return false
      const mark = waiting.toString('latin1', 0, 2)
      if (mark !== '--' && mark !== CRLF) throw new BrokenForm('mark')
      state = mark === '--' ? 'done' : 'head'
      waiting = waiting.subarray(2)
      return true
    }
    if (state === 'head') {
      const end = waiting.indexOf(CRLF + CRLF)
      if (end > LONGEST_HEAD || (end < 0 && waiting.length > LONGEST_HEAD)) throw new BrokenForm('head')
      if (end < 0) return false
      sink = await open(headOf(waiting.toString('utf8', 0, end)))
      waiting = waiting.subarray(end + 4)
      state = 'body'
      return true
    }
    if (state === 'done') {
      waiting = Buffer.alloc(0)
      return false
    }
    const at = waiting.indexOf(delimiter)
    const sure = at < 0 ? Math.max(0, waiting.length - delimiter.length + 1) : at
    if (sure > 0) await sink?.write(waiting.subarray(0, sure))
    waiting = waiting.subarray(sure)
    if (at < 0) return false
    await sink?.end()
    sink = null
    waiting = waiting.subarray(delimiter.length)
    state = 'mark'
    return true
  }

  for await (const chunk of body) {
    waiting = waiting.length > 0 ? Buffer.concat([waiting, chunk]) : Buffer.from(chunk)
    while (await step());
  }
  if ((state as string) !== 'done') throw new BrokenForm('cut off')
}

/** Browsers write names in UTF-8 and escape only what would end them. */
const unescape = (value: string) => value.replace(/%(22|0D|0A)/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))

function headOf(head: string): PartHead {
  const disposition = /^content-disposition:\s*form-data\s*;(.*)$/im.exec(head)?.[1]
  const name = disposition && /(?:^|[;\s])name="([^"]*)"/i.exec(disposition)?.[1]
  if (!disposition || name === undefined) throw new BrokenForm('heading')
  const fileName = /(?:^|[;\s])filename="([^"]*)"/i.exec(disposition)?.[1]
  return { name: unescape(name), fileName: fileName === undefined ? null : unescape(fileName) }
}
