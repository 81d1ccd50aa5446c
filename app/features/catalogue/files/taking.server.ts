import { data } from '@remix-run/node'
import type { z } from 'zod'
import { transact } from '#db/index.ts'
import { judgeForm, refuse, typedOf, type FormState } from '#app/platform/form.server.ts'
import { withUpload, type Sent, type UploadRefusal } from '#app/platform/uploads.server.ts'
import type { OwnListing } from '../revising/own-listing.server.ts'
import { changeDraft } from './drafting-files.server.ts'
import { cleanName } from './file-names.ts'
import { judgeDocument, judgePicture, type Judged } from './judging.server.ts'
import { addDocument, addImage, documentForm, pictureForm } from './listing-files.ts'
import { keepFile } from './store.server.ts'

type Taken = { ok: true } | ({ ok: false; status: number } & FormState)
type Listing = Pick<OwnListing, 'editor' | 'technology'>

const STATUS: Partial<Record<UploadRefusal, number>> = { 'too-large': 413, busy: 503, 'too-often': 429 }

/** A picture for a draft, from a form with `file`, `ja` and `zh`. */
export const takePicture = (request: Request, listing: Listing): Promise<Taken> =>
  take(request, listing, pictureForm, judgePicture, (judged, alt) => ({
    list: (content) => addImage(content, { file: judged.hash, width: judged.width!, height: judged.height!, alt }),
  }))

/** A document for a draft, from a form with `file`, `name`, `language` and `access`. */
export const takeDocument = (request: Request, listing: Listing): Promise<Taken> =>
  take(request, listing, documentForm, judgeDocument, (judged, { name, language, access }, sentAs) => {
    const kind = judged.kind as 'pdf'
    const document = { id: crypto.randomUUID(), file: judged.hash, name: cleanName(name ?? sentAs, kind), kind, size: judged.size, language, access }
    return { list: (content) => addDocument(content, document) }
  })

async function take<S extends z.ZodType>(
  request: Request,
  { editor, technology }: Listing,
  shape: S,
  judge: (upload: NonNullable<Sent['file']>) => Promise<{ ok: true; file: Judged } | { ok: false; reason: string }>,
  entry: (judged: Judged, value: z.output<S>, sentAs: string) => { list: Parameters<typeof changeDraft>[4] },
): Promise<Taken> {
  const received = await withUpload(request, editor.person.id, async ({ data: form, file }): Promise<Taken> => {
    const read = judgeForm(form, shape)
    if (!read.ok) return { ...read, status: 400 }
    if (!file) return { ...refuse(form, 'file', 'no-file'), status: 400 }
    const judged = await judge(file)
    if (!judged.ok) return { ...refuse(form, 'file', judged.reason), status: 400 }
    const changed = await transact(async (tx) => {
      const done = await changeDraft(tx, editor, technology.id, null, entry(judged.file, read.value, file.name).list)
      if (done.ok) await keepFile(tx, judged.file, editor.person.id)
      return done
    })
    return changed.ok ? changed : { ok: false, status: 409, errors: { file: [changed.reason] }, typed: typedOf(form) }
  })
  return received.ok ? received.value : { ok: false, status: STATUS[received.reason] ?? 400, errors: { file: [received.reason] }, typed: {} }
}

/** The page again with what was wrong; a busy server says when to come back. */
export const refusedUpload = ({ status, errors, typed }: { status: number } & FormState) =>
  data({ errors, typed }, { status, headers: status === 503 ? { 'Retry-After': '10' } : {} })
