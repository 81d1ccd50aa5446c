/** The sizes in which a picture is kept, in pixels: `card` is cut to its measures, the others fit into them. */
export const sizes = {
  large: { width: 1600, height: 1600 },
  medium: { width: 800, height: 800 },
  small: { width: 480, height: 480 },
  card: { width: 336, height: 252 },
} as const
export type PictureSize = keyof typeof sizes

export const pictureTypes = { avif: 'image/avif', webp: 'image/webp', jpg: 'image/jpeg' } as const
export type PictureType = keyof typeof pictureTypes

/** In which types a size is kept; the large one is for those who ask for it, not for pages. */
export const typesOf = (size: PictureSize): PictureType[] => (size === 'large' ? ['webp', 'jpg'] : ['avif', 'webp', 'jpg'])

/** `medium.webp` → size and type, or null. */
export function readSize(file: string): { size: PictureSize; type: PictureType } | null {
  const [size = '', type = ''] = file.split('.')
  if (!Object.hasOwn(sizes, size) || !Object.hasOwn(pictureTypes, type) || file !== `${size}.${type}`) return null
  return { size: size as PictureSize, type: type as PictureType }
}

/** Where the public finds a picture of a published listing. */
export const mediaPath = (hash: string, size: PictureSize, type: PictureType = 'webp') => `/media/${hash}/${size}.${type}`

/** Where those who work on a draft find its pictures and documents; the office has the same addresses. */
export const draftPicturePath = (locale: string, technologyId: string, hash: string, size: PictureSize, type: PictureType = 'webp') =>
  `/${locale}/account/technologies/${technologyId}/images/${hash}/${size}.${type}`
export const draftDocumentPath = (locale: string, technologyId: string, documentId: string) => `/${locale}/account/technologies/${technologyId}/documents/${documentId}`
/** A public document of a published listing. */
export const documentPath = (slug: string, documentId: string) => `/documents/${encodeURIComponent(slug)}/${encodeURIComponent(documentId)}`

/** The drawn size of a picture that fits into a box, so that a page does not jump while it loads. */
export function fitted(picture: { width: number; height: number }, box: number): { width: number; height: number } {
  const scale = Math.min(1, box / Math.max(picture.width, picture.height, 1))
  return { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) }
}

/** Where a page finds the files of a listing. */
export interface FilePlaces {
  picture: (hash: string, size: PictureSize, type: PictureType) => string
  document: (documentId: string) => string
}
export const publicPlaces = (slug: string): FilePlaces => ({ picture: mediaPath, document: (id) => documentPath(slug, id) })
/** For the preview of a text that is not public. */
export const draftPlaces = (locale: string, technologyId: string): FilePlaces => ({
  picture: (hash, size, type) => draftPicturePath(locale, technologyId, hash, size, type),
  document: (id) => draftDocumentPath(locale, technologyId, id),
})
