import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import type { z } from 'zod'
import { transact } from '#db/index.ts'
import type { ListingContent } from '#db/schema/catalogue.ts'
import { formData, readForm, typedOf, type FormState } from '#app/platform/form.server.ts'
import { missing } from '#app/platform/request.server.ts'
import { openOwnListing } from '../revising/own-listing.server.ts'
import { changeDraft } from './drafting-files.server.ts'
import { readFilesPage } from './files-page.server.ts'

type Params = LoaderFunctionArgs['params']

/** Lets those through who may change this picture or document, and finds it in the text they work on. */
export async function openFile(request: Request, params: Params) {
  const page = await readFilesPage(request, await openOwnListing(request, params))
  const image = page.images.find((one) => one.file === params.hash)
  const document = page.documents.find((one) => one.id === params.document)
  if (params.hash !== undefined ? !image : !document) missing()
  return { ...page, image, document }
}

export interface FileActRefused extends FormState {
  /** why nothing was changed, where no field is wrong: a key of files.json, errors.* */
  refused: string | null
}

/** The action of a page about one file: gate, form, one change of the draft, back to the list with a word about it. */
export const fileAct =
  <S extends z.ZodType>(list: 'images' | 'documents', shape: S, done: string, change: (content: ListingContent, id: string, value: z.output<S>) => ReturnType<Parameters<typeof changeDraft>[4]>) =>
  async ({ request, params }: ActionFunctionArgs) => {
    const { editor, technology, home } = await openOwnListing(request, params)
    const read = await readForm(request, shape)
    if (!read.ok) return data<FileActRefused>({ errors: read.errors, typed: read.typed, refused: null }, 400)
    const edition = (read.value as { edition?: number }).edition ?? null
    const id = (list === 'images' ? params.hash : params.document) ?? ''
    const changed = await transact((tx) => changeDraft(tx, editor, technology.id, edition, (content) => change(content, id, read.value)))
    if (changed.ok) return redirect(`${home}/${list}?done=${done}`)
    if (changed.reason === 'gone') missing()
    return data<FileActRefused>({ errors: {}, typed: typedOf(await formData(request)), refused: changed.reason }, 409)
  }
