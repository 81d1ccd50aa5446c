/** `pdf.mjs FILE`: what can be read in a PDF, a line per page, and how it ended. Only text is looked at; nothing is drawn or run. */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { tell, watchMemory } from './watch.mjs'

const MOST_MEMORY = 400
const MOST_PAGES = 200
const MOST_CHARACTERS = 200_000

await watchMemory(MOST_MEMORY)
// What it has to say about fonts and canvases is nobody's concern.
console.log = console.warn = console.error = () => undefined
const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
const home = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

const isCjk = (character) => /[\u3040-\u30ff\u3400-\u9fff\uff00-\uffef、。]/.test(character)

/** Lines of running text in Chinese or Japanese go on without a blank: a word may be cut by the end of a line. */
function textOf(items) {
  let text = ''
  for (const { str = '', hasEOL } of items) {
    text += str
    if (!hasEOL) continue
    text = text.trimEnd()
    text += isCjk(text.at(-1) ?? '') ? '\u0001' : '\n'
  }
  return text
    .replace(/\u0001(?=[\u3040-\u30ff\u3400-\u9fff])/g, '')
    .replaceAll('\u0001', '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, ' ')
    .replace(/[ \t\u00a0]+/g, ' ')
    .toWellFormed()
    .trim()
}

const data = new Uint8Array(await readFile(process.argv[2]))
const opening = getDocument({
  data,
  cMapUrl: `${join(home, 'cmaps')}/`,
  cMapPacked: true,
  standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
  isEvalSupported: false,
  disableFontFace: true,
  useSystemFonts: false,
  useWasm: false,
  enableXfa: false,
  maxImageSize: 1,
  verbosity: 0,
})
const document = await opening.promise.catch((error) => {
  tell({ end: error?.name === 'PasswordException' ? 'encrypted' : 'broken' })
  process.exit(0)
})

let left = MOST_CHARACTERS
let unread = 0
for (let number = 1; number <= Math.min(document.numPages, MOST_PAGES) && left > 0; number++) {
  try {
    const page = await document.getPage(number)
    const { items } = await page.getTextContent({ disableNormalization: false })
    const text = textOf(items).slice(0, left).toWellFormed()
    left -= text.length
    if (text) tell({ text })
    page.cleanup()
  } catch {
    unread++
  }
}
const read = Math.min(document.numPages, MOST_PAGES)
tell({ end: unread === read ? 'broken' : document.numPages > MOST_PAGES || left <= 0 || unread > 0 ? 'cut' : 'done' })
process.exit(0)
