/** What a file is, told by its own bytes: names and declared types are the sender's words. */
export const pictureKinds = ['jpeg', 'png', 'webp'] as const
export type PictureKind = (typeof pictureKinds)[number]

/** Why a file is not taken: keys of files.json, errors.*. */
export type FileRefusal =
  | 'empty' | 'wrong-picture' | 'wrong-document' | 'broken' | 'too-many-pixels' | 'too-small' | 'cut-off-file' | 'two-in-one' | 'scripts' | 'macros'
  | 'zip-bomb' | 'locked' | 'old-office'

const starts = (head: Buffer, bytes: string, at = 0) => head.subarray(at, at + bytes.length).equals(Buffer.from(bytes, 'latin1'))

export function pictureKindOf(head: Buffer): PictureKind | null {
  if (starts(head, '\xff\xd8\xff')) return 'jpeg'
  if (starts(head, '\x89PNG\r\n\x1a\n')) return 'png'
  if (starts(head, 'RIFF') && starts(head, 'WEBP', 8)) return 'webp'
  return null
}

/** `package`: the container of DOCX, PPTX and XLSX, to be looked into; `old`: what Office wrote before, and what it writes under a password. */
export function documentContainerOf(head: Buffer): 'pdf' | 'package' | 'old' | null {
  if (starts(head, '%PDF-')) return 'pdf'
  if (starts(head, 'PK\x03\x04')) return 'package'
  if (starts(head, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return 'old'
  return null
}

export const mimeOf = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
