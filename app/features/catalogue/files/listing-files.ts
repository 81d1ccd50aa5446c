import { z } from 'zod'
import type { Bilingual, ListingContent, ListingDocument, ListingImage } from '#db/schema/catalogue.ts'

export const MOST_IMAGES = 8
export const MOST_DOCUMENTS = 10
export const MOST_ALT = 120

/** Why a list of files stays as it was: keys of files.json, errors.*. */
export type ListRefusal = 'full' | 'twice' | 'gone'

const altText = z
  .string()
  .trim()
  .max(MOST_ALT, 'alt-too-long')
  .optional()
  .transform((text) => text || null)
export const altForm = z.object({ ja: altText, zh: altText })
export const pictureForm = altForm
export const describingForm = altForm.extend({ edition: z.coerce.number({ error: 'invalid' }).int() })
export const movingForm = z.object({ to: z.enum(['up', 'down'], { error: 'invalid' }), edition: z.coerce.number({ error: 'invalid' }).int() })
export const removalForm = z.object({})

const languages = ['ja', 'zh', 'en'] as const
const accesses = ['public', 'on-request'] as const
export const documentLanguages = languages
export const documentAccesses = accesses
export const documentForm = z.object({
  name: z.string().trim().max(200, 'name-too-long').optional().transform((name) => name || null),
  language: z.enum(languages, { error: 'choose' }),
  access: z.enum(accesses, { error: 'choose' }),
})
export const documentChangeForm = documentForm.extend({ edition: z.coerce.number({ error: 'invalid' }).int() })

type Changed = { ok: true; content: ListingContent } | { ok: false; reason: ListRefusal }
const gone = { ok: false, reason: 'gone' } as const
const withImages = (content: ListingContent, images: ListingImage[]): Changed => ({ ok: true, content: { ...content, images } })
const withDocuments = (content: ListingContent, documents: ListingDocument[]): Changed => ({ ok: true, content: { ...content, documents } })

export function addImage(content: ListingContent, image: ListingImage): Changed {
  if (content.images.some((one) => one.file === image.file)) return { ok: false, reason: 'twice' }
  return content.images.length >= MOST_IMAGES ? { ok: false, reason: 'full' } : withImages(content, [...content.images, image])
}

export function describeImage(content: ListingContent, file: string, alt: Bilingual): Changed {
  if (!content.images.some((one) => one.file === file)) return gone
  return withImages(content, content.images.map((one) => (one.file === file ? { ...one, alt } : one)))
}

/** The first picture is the one that lists show. */
export function moveImage(content: ListingContent, file: string, to: 'up' | 'down'): Changed {
  const from = content.images.findIndex((one) => one.file === file)
  if (from < 0) return gone
  const target = Math.min(content.images.length - 1, Math.max(0, from + (to === 'up' ? -1 : 1)))
  const images = content.images.toSpliced(from, 1)
  return withImages(content, images.toSpliced(target, 0, content.images[from]!))
}

export const removeImage = (content: ListingContent, file: string): Changed =>
  content.images.some((one) => one.file === file) ? withImages(content, content.images.filter((one) => one.file !== file)) : gone

export function addDocument(content: ListingContent, document: ListingDocument): Changed {
  if (content.documents.some((one) => one.file === document.file)) return { ok: false, reason: 'twice' }
  return content.documents.length >= MOST_DOCUMENTS ? { ok: false, reason: 'full' } : withDocuments(content, [...content.documents, document])
}

export function changeDocument(content: ListingContent, id: string, change: Partial<Pick<ListingDocument, 'name' | 'language' | 'access'>>): Changed {
  if (!content.documents.some((one) => one.id === id)) return gone
  return withDocuments(content, content.documents.map((one) => (one.id === id ? { ...one, ...change } : one)))
}

export const removeDocument = (content: ListingContent, id: string): Changed =>
  content.documents.some((one) => one.id === id) ? withDocuments(content, content.documents.filter((one) => one.id !== id)) : gone
