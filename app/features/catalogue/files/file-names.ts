const LONGEST = 120
/** Control characters, what turns the direction of writing, and what has no width. */
 
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]/g

/** A file's name as it may be shown and saved: no path, nothing unseen, the ending that its content has. */
export function cleanName(name: string, kind: string): string {
  const last = name.toWellFormed().normalize('NFC').split(/[/\\]/).at(-1)!
  const plain = last.replace(UNSEEN, '').replace(/[<>:"|?*]/g, '_').replace(/\s+/g, ' ')
  const ending = new RegExp(`(\\.${kind})+$`, 'i')
  const stem = plain.replace(ending, '').replace(/^[\s.]+|[\s.]+$/g, '')
  const most = LONGEST - kind.length - 1
  return `${[...(stem || 'document')].slice(0, most).join('').trim()}.${kind}`
}

/** `Content-Disposition` of a download, for old and new browsers (RFC 5987 and 6266). */
export function attachmentNamed(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
