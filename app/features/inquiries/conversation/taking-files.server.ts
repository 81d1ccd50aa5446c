import { data } from '@remix-run/node'
import { transact } from '#db/index.ts'
import { withUpload } from '#app/platform/uploads.server.ts'
import { judgeAttachment, receiveFile, type Sender } from './files.server.ts'

const STATUS: Record<string, number> = { 'too-large': 413, busy: 503, 'too-often': 429, 'already-moved': 409 }

/**
 * Takes one file of a case in.
 * @param who counts against the limit of uploads
 * @returns null when it is kept, otherwise why not: a key of files.json, errors.*, or of conversation.json
 */
export async function takeFile(request: Request, who: string, senderOf: (form: FormData) => Sender | null): Promise<string | null> {
  const received = await withUpload(request, who, async ({ data: form, file }) => {
    const sender = senderOf(form)
    if (!file || !sender) return 'no-file'
    const judged = await judgeAttachment(file)
    if (!judged.ok) return judged.reason
    const kept = await transact((tx) => receiveFile(tx, sender, judged, file.name))
    return kept.ok ? null : kept.reason
  })
  return received.ok ? received.value : received.reason
}

/** The page again with what was wrong. */
export const refusedFile = (refused: string) => data({ refused }, { status: STATUS[refused] ?? 400, headers: refused === 'busy' ? { 'Retry-After': '10' } : {} })
