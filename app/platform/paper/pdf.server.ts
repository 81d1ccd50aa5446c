import { setImmediate as othersTurn } from 'node:timers/promises'
import PDFDocument from 'pdfkit'
import { openFaces } from '../lettering/faces.server.ts'
import { subsetsFor } from '../lettering/subsets.server.ts'
import { htmlLang, type Locale } from '../locale.ts'
import { A4, type Mark, type Paper, type Part } from './paper.ts'

type Document = PDFKit.PDFDocument

/** A paper as tagged PDF with real text, its title and language; the fonts hold only what it uses. */
export async function pdfOf(paper: Paper, author: string): Promise<Buffer> {
  const fonts = await subsetsFor(await openFaces(), paper.pages.flat().flatMap(marksIn).flatMap((mark) => (mark.kind === 'lines' ? mark.lines : [])))
  const document = new PDFDocument({
    size: [A4.width, A4.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: htmlLang[paper.locale],
    displayTitle: true,
    info: { Title: paper.title, Author: author },
  })
  for (const [name, bytes] of fonts) document.registerFont(name, bytes)
  const pieces: Buffer[] = []
  const done = new Promise<Buffer>((resolve, reject) => document.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => resolve(Buffer.concat(pieces))).on('error', reject))
  const root = document.struct('Document')
  document.addStructure(root)
  for (const parts of paper.pages) {
    await othersTurn()
    document.addPage()
    for (const part of parts) {
      if (part.tag) root.add(structured(document, part, paper.locale))
      else decorate(document, part)
    }
  }
  root.end()
  document.end()
  return done
}

const marksIn = (part: Part): Mark[] => [...part.marks, ...(part.parts ?? []).flatMap(marksIn)]

function decorate(document: Document, part: Part): void {
  document.markContent('Artifact', { type: 'Layout' })
  part.marks.forEach((mark) => draw(document, mark))
  document.endMarkedContent()
}

function structured(document: Document, part: Part, around: Locale): PDFKit.PDFStructureElement {
  const lang = part.lang ?? around
  const element = document.struct(part.tag!, { ...(lang === around ? {} : { lang: htmlLang[lang] }), ...(part.alt ? { alt: part.alt } : {}) })
  if (part.marks.length > 0) element.add(() => part.marks.forEach((mark) => draw(document, mark)))
  for (const inner of part.parts ?? []) element.add(structured(document, inner, lang))
  element.end()
  return element
}

function draw(document: Document, mark: Mark): void {
  if (mark.kind === 'image') return void document.image(mark.bytes, mark.x, mark.y, { width: mark.width, height: mark.height })
  if (mark.kind === 'fill') return void document.roundedRect(mark.x, mark.y, mark.width, mark.height, mark.radius ?? 0).fill(mark.colour)
  if (mark.kind === 'path') return void document.save().translate(mark.x, mark.y).scale(mark.unit).path(mark.d).fill(mark.colour).restore()
  for (const line of mark.lines) {
    for (const run of line.runs) {
      document.font(run.face).fontSize(mark.size).fillColor(mark.colour)
      document.text(run.text, mark.x + run.x, mark.y + line.y, { lineBreak: false, baseline: 'alphabetic', features: [] })
    }
  }
}
