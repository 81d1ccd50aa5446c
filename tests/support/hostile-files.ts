/** Files that somebody may send and nobody should: made here, byte by byte, so that none has to be kept. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'

export interface HostileFile {
  name: string
  bytes: Buffer
  /** sent to the form for pictures or for documents */
  to: 'picture' | 'document'
  /** the reason it is refused for; `harmless`: taken, without what was wrong with it; `either` */
  becomes: string
}

const SCRIPT = '<script>alert(document.cookie)</script>'
const text = (value: string) => Buffer.from(value, 'latin1')

// ——— pictures

const flat = (width = 400, height = 300) => sharp({ create: { width, height, channels: 3, background: '#6a8' } })

function chunk(type: string, data: Buffer, crc?: number): Buffer {
  const body = Buffer.concat([text(type), data])
  const frame = Buffer.alloc(4)
  frame.writeUInt32BE(data.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc ?? crc32(body))
  return Buffer.concat([frame, body, check])
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function header(width: number, height: number, { depth = 8, interlaced = false } = {}): Buffer {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width, 0)
  data.writeUInt32BE(height, 4)
  data.set([depth, 2, 0, 0, interlaced ? 1 : 0], 8)
  return chunk('IHDR', data)
}

const png = (...chunks: Buffer[]) => Buffer.concat([SIGNATURE, ...chunks, chunk('IEND', Buffer.alloc(0))])

/** Puts a chunk behind the header of a whole PNG. */
const withChunk = (whole: Buffer, extra: Buffer) => Buffer.concat([whole.subarray(0, 33), extra, whole.subarray(33)])

/** All black, 16 bits a channel, in seven passes: a decoder must hold the whole picture at once. */
export function interlacedGiant(side: number): Buffer {
  const passes = [[0, 0, 8, 8], [4, 0, 8, 8], [0, 4, 4, 8], [2, 0, 4, 4], [0, 2, 2, 4], [1, 0, 2, 2], [0, 1, 1, 2]] as const
  const size = passes.reduce((sum, [x, y, dx, dy]) => sum + Math.ceil((side - y) / dy) * (1 + Math.ceil((side - x) / dx) * 6), 0)
  return png(header(side, side, { depth: 16, interlaced: true }), chunk('IDAT', deflateSync(Buffer.alloc(size), { level: 1 })))
}

async function hostilePictures(): Promise<HostileFile[]> {
  const plainPng = await flat().png().toBuffer()
  const plainJpeg = await flat().jpeg().toBuffer()
  const plainWebp = await flat().webp().toBuffer()
  const noisy = sharp({ create: { width: 600, height: 400, channels: 3, background: '#888', noise: { type: 'gaussian', mean: 128, sigma: 50 } } })
  const photo = await noisy.clone().jpeg({ progressive: true }).toBuffer()
  const noisyPng = await noisy.clone().png().toBuffer()
  const noisyWebp = await noisy.clone().webp().toBuffer()
  const located = await flat(300, 200).jpeg().withExif({ IFD0: { Make: 'SecretCamera' }, IFD3: { GPSLatitude: '35/1 41/1 22/1', GPSLatitudeRef: 'N' } }).toBuffer()
  const turned = await flat(300, 200).jpeg().withMetadata({ orientation: 6 }).toBuffer()
  const cmyk = await flat().toColourspace('cmyk').jpeg().toBuffer()
  const moving = await sharp(Buffer.alloc(100 * 300 * 3, 90), { raw: { width: 100, height: 300, channels: 3, pageHeight: 100 } }).webp({ loop: 0, delay: [50, 50, 50] }).toBuffer()
  const comment = Buffer.concat([plainJpeg.subarray(0, 2), Buffer.from([0xff, 0xfe, 0, SCRIPT.length + 2]), text(SCRIPT), plainJpeg.subarray(2)])
  const acTL = chunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))
  const brokenSum = Buffer.from(plainPng)
  brokenSum[45]! ^= 0xff
  const svg = text(`<svg xmlns="http://www.w3.org/2000/svg" width="200" height="200" onload="alert(1)">${SCRIPT}</svg>`)
  const picture = (name: string, bytes: Buffer, becomes: string): HostileFile => ({ name, bytes, to: 'picture', becomes })
  return [
    picture('zero.png', Buffer.alloc(0), 'empty'),
    picture('drawing.svg', svg, 'wrong-picture'),
    picture('svg-renamed.png', svg, 'wrong-picture'),
    picture('plain.gif', text('GIF89a\x01\x00\x01\x00\x00\x00\x00;'), 'wrong-picture'),
    picture('gif-and-script.gif', text('GIF89a/*\x00\x00*/=1;alert(1);//'), 'wrong-picture'),
    picture('page.jpg', text(`<!doctype html><html>${SCRIPT}</html>`), 'wrong-picture'),
    picture('program.png', text(`MZ\x90\x00${'\x00'.repeat(200)}This program cannot be run in DOS mode`), 'wrong-picture'),
    picture('archive.jpg', text('Rar!\x1a\x07\x01\x00aaaaaaaa'), 'wrong-picture'),
    picture('document.png', text('%PDF-1.7\n%%EOF'), 'wrong-picture'),
    picture('bitmap.bmp', text(`BM${'\x00'.repeat(100)}`), 'wrong-picture'),
    picture('scan.tiff', await flat().tiff().toBuffer(), 'wrong-picture'),
    picture('phone.heic', text('\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic'), 'wrong-picture'),
    picture('new.avif', text('\x00\x00\x00\x18ftypavif\x00\x00\x00\x00mif1avif'), 'wrong-picture'),
    picture('page-before-picture.png', Buffer.concat([text(SCRIPT), plainPng]), 'wrong-picture'),
    picture('signature-only.png', SIGNATURE, 'broken'),
    picture('start-only.jpg', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), text('garbage'.repeat(50))]), 'broken'),
    picture('wrong-length.webp', text('RIFF\xff\xff\xff\x7fWEBPVP8 \xff\xff\xff\x7f0000'), 'broken'),
    picture('giant-header.png', png(header(50_000, 50_000), chunk('IDAT', deflateSync(Buffer.alloc(1000)))), 'too-many-pixels'),
    picture('long-thin.png', png(header(2_000_000, 30), chunk('IDAT', deflateSync(Buffer.alloc(1000)))), 'too-many-pixels'),
    picture('giant-header.jpg', giantJpeg(plainJpeg), 'too-many-pixels'),
    picture('no-size.png', png(header(0, 0), chunk('IDAT', deflateSync(Buffer.alloc(10)))), 'broken'),
    picture('too-little-data.png', png(header(3000, 3000), chunk('IDAT', deflateSync(Buffer.alloc(1000)))), 'broken'),
    picture('cut.png', noisyPng.subarray(0, noisyPng.length >> 1), 'broken'),
    picture('cut.jpg', photo.subarray(0, photo.length >> 1), 'broken'),
    picture('cut.webp', noisyWebp.subarray(0, noisyWebp.length >> 1), 'broken'),
    picture('wrong-sum.png', brokenSum, 'either'),
    picture('one-pixel.png', await flat(1, 1).png().toBuffer(), 'too-small'),
    picture('text-bomb.png', withChunk(plainPng, chunk('zTXt', Buffer.concat([text('x\x00\x00'), deflateSync(Buffer.alloc(64 * 1024 * 1024))]))), 'either'),
    picture('interlaced-giant.png', interlacedGiant(4000), 'harmless'),
    picture('picture-and-archive.png', Buffer.concat([plainPng, zip([{ name: 'run.js', data: text('alert(1)') }])]), 'harmless'),
    picture('script-in-comment.jpg', comment, 'harmless'),
    picture('script-in-text.png', withChunk(plainPng, chunk('tEXt', text(`Comment\x00${SCRIPT}`))), 'harmless'),
    picture('moving.apng.png', withChunk(plainPng, acTL), 'harmless'),
    picture('moving.webp', moving, 'harmless'),
    picture('print.jpg', cmyk, 'harmless'),
    picture('located.jpg', located, 'harmless'),
    picture('turned.jpg', turned, 'harmless'),
    picture('../../../../etc/cron.d/picture.png', plainPng, 'harmless'),
    picture('wrong-ending.exe', plainWebp, 'harmless'),
  ]
}

/** A JPEG whose frame says it is 60,000 pixels wide and high. */
function giantJpeg(plain: Buffer): Buffer {
  const giant = Buffer.from(plain)
  const frame = giant.indexOf(Buffer.from([0xff, 0xc0]))
  giant.writeUInt16BE(60_000, frame + 5)
  giant.writeUInt16BE(60_000, frame + 7)
  return giant
}

// ——— archives

interface ZipPart {
  name: string
  data: Buffer
  flags?: number
  /** what the directory says, where it lies */
  unpacked?: number
  packed?: number
}

/** A ZIP file that says what it is told to say. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, data, flags = 0, unpacked = data.length, packed } of parts) {
    const stored = deflateRawSync(data)
    const label = Buffer.from(name, 'utf8')
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(flags, 2)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(data), 10)
    about.writeUInt32LE(packed ?? stored.length, 14)
    about.writeUInt32LE(unpacked, 18)
    about.writeUInt16LE(label.length, 22)
    const head = Buffer.concat([text('PK\x03\x04'), about, label])
    const entry = Buffer.alloc(14)
    entry.writeUInt32LE(offset, 10)
    directory.push(Buffer.concat([text('PK\x01\x02\x14\x00'), about, entry, label]))
    local.push(head, stored)
    offset += head.length + stored.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(list.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...local, list, text('PK\x05\x06'), end])
}

const MAIN = {
  docx: ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'],
  pptx: ['ppt/presentation.xml', 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml'],
  xlsx: ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'],
} as const

const typesPart = (part: string, type: string): ZipPart => ({
  name: '[Content_Types].xml',
  data: text(`<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${part}" ContentType="${type}"/></Types>`),
})

/** A small Office file, with whatever else is put into it. */
export function office(kind: keyof typeof MAIN, extra: readonly ZipPart[] = [], type: string = MAIN[kind][1]): Buffer {
  return zip([typesPart(MAIN[kind][0], type), { name: MAIN[kind][0], data: text('<x/>') }, ...extra])
}

// ——— PDFs

/** A PDF of these pages. */
export async function pdf(pages: readonly string[], options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, ...options })
  const chunks: Buffer[] = []
  document.on('data', (piece: Buffer) => chunks.push(piece))
  const whole = new Promise<Buffer>((done) => document.on('end', () => done(Buffer.concat(chunks))))
  for (const page of pages) document.addPage().text(page)
  document.end()
  return whole
}

/** A PDF made of these objects, numbered from 1; the first is its catalogue. */
export function rawPdf(objects: readonly (string | Buffer)[]): Buffer {
  let out = text('%PDF-1.7\n')
  const offsets: number[] = []
  objects.forEach((object, at) => {
    offsets.push(out.length)
    out = Buffer.concat([out, text(`${at + 1} 0 obj\n`), typeof object === 'string' ? text(object) : object, text('\nendobj\n')])
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return Buffer.concat([out, text(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${out.length}\n%%EOF\n`)])
}

const CATALOG = '<</Type/Catalog/Pages 2 0 R>>'
const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>'

/** One page whose drawing unpacks to so many megabytes. */
export function inflatingPdf(megabytes: number): Buffer {
  const packed = deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20), { level: 9 })
  const stream = Buffer.concat([text(`<</Length ${packed.length}/Filter/FlateDecode>>\nstream\n`), packed, text('\nendstream')])
  return rawPdf([CATALOG, PAGES, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/Contents 4 0 R>>', stream])
}

async function hostileDocuments(): Promise<HostileFile[]> {
  const plain = await pdf(['Heat recovery'])
  const document = (name: string, bytes: Buffer, becomes: string): HostileFile => ({ name, bytes, to: 'document', becomes })
  const deep = rawPdf([CATALOG, PAGES, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 100 100]/X ${'['.repeat(200_000)}${']'.repeat(200_000)}>>`])
  const circle = rawPdf([CATALOG, '<</Type/Pages/Kids[2 0 R 2 0 R]/Count 100000>>'])
  const action = (what: string) => rawPdf([`<</Type/Catalog/Pages 2 0 R/OpenAction<</S/${what}>>>>`, PAGES, '<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>'])
  const script = action('JavaScript/JS(app.alert\\(1\\))')
  const many = Array.from({ length: 4_500 }, (_, at) => ({ name: `word/p${at}.xml`, data: text('x') }))
  const compound = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(2048)])
  const jar = zip([{ name: 'META-INF/MANIFEST.MF', data: text('Main-Class: X') }])
  return [
    document('zero.pdf', Buffer.alloc(0), 'empty'),
    document('page.pdf', text(`<html>${SCRIPT}</html>`), 'wrong-document'),
    document('page-and-pdf.pdf', Buffer.concat([text(`%PDF-1.7\n<html>${SCRIPT}</html>\n`), plain.subarray(9)]), 'two-in-one'),
    document('junk-before.pdf', Buffer.concat([text('GIF89a'), plain]), 'wrong-document'),
    document('pdf-and-archive.pdf', Buffer.concat([plain, jar]), 'two-in-one'),
    document('cut.pdf', plain.subarray(0, plain.length >> 1), 'cut-off-file'),
    document('script.pdf', script, 'scripts'),
    document('launch.pdf', action('Launch/F(cmd.exe)'), 'scripts'),
    document('archive.pdf', text('Rar!\x1a\x07\x01\x00aaaaaaaa'), 'wrong-document'),
    document('program.docx', text(`MZ\x90\x00${'\x00'.repeat(300)}`), 'wrong-document'),
    document('text.docx', text('only words'), 'wrong-document'),
    document('old.doc', compound, 'old-office'),
    document('under-password.docx', compound, 'old-office'),
    document('archive.docx', zip([{ name: 'a.txt', data: text('a') }]), 'wrong-document'),
    document('program.jar.docx', jar, 'wrong-document'),
    document('self-extracting.docx', Buffer.concat([text('MZ\x90\x00'), office('docx')]), 'wrong-document'),
    document('cut.docx', office('docx').subarray(0, 200), 'broken'),
    document('macro.docx', office('docx', [{ name: 'word/vbaProject.bin', data: text('macro') }]), 'macros'),
    document('macro-type.docx', office('docx', [], 'application/vnd.ms-word.document.macroEnabled.main+xml'), 'macros'),
    document('macro.xlsx', office('xlsx', [{ name: 'xl/macrosheets/sheet1.xml', data: text('x') }]), 'macros'),
    document('control.pptx', office('pptx', [{ name: 'ppt/activeX/activeX1.xml', data: text('x') }]), 'macros'),
    document('program-inside.docx', office('docx', [{ name: 'word/embeddings/run.exe', data: text('MZ') }]), 'macros'),
    document('bomb.docx', office('docx', [{ name: 'word/big.xml', data: Buffer.alloc(20 * 1024 * 1024) }]), 'zip-bomb'),
    document('giant.docx', office('docx', [{ name: 'word/big.xml', data: text('x'), unpacked: 0xf0000000 }]), 'zip-bomb'),
    document('overlapping.xlsx', office('xlsx', [{ name: 'xl/a.xml', data: text('x'), packed: 5_000_000, unpacked: 5_000_000 }]), 'zip-bomb'),
    document('many.docx', office('docx', many), 'zip-bomb'),
    document('upwards.docx', office('docx', [{ name: '../../../etc/passwd', data: text('x') }]), 'broken'),
    document('absolute.docx', office('docx', [{ name: '/etc/passwd', data: text('x') }]), 'broken'),
    document('twice.docx', office('docx', [{ name: 'word/document.xml', data: text('other') }]), 'broken'),
    document('locked.docx', office('docx', [{ name: 'word/a.xml', data: text('x'), flags: 1 }]), 'locked'),
    document('types-bomb.docx', zip([{ name: '[Content_Types].xml', data: Buffer.alloc(2 * 1024 * 1024) }, { name: 'word/document.xml', data: text('x') }]), 'wrong-document'),
    document('types-lie.docx', zip([{ ...typesPart('word/document.xml', MAIN.docx[1]), unpacked: 5 }, { name: 'word/document.xml', data: text('x') }]), 'broken'),
    document('only-a-shell.pdf', text('%PDF-1.7\nnothing\n%%EOF'), 'harmless'),
    document('encrypted.pdf', await pdf(['secret'], { userPassword: 'x', ownerPassword: 'y' }), 'harmless'),
    document('deep.pdf', deep, 'harmless'),
    document('circle.pdf', circle, 'harmless'),
    document('C:\\Users\\me\\..\\brochure\u202efdp.exe', plain, 'harmless'),
    document('/etc/passwd\u0000.pdf', plain, 'harmless'),
    document('wrong-ending.html', office('pptx'), 'harmless'),
  ]
}

export const hostileFiles = async (): Promise<HostileFile[]> => [...(await hostilePictures()), ...(await hostileDocuments())]

/** A form as a browser sends it. */
export function multipart(file: { name: string; bytes: Buffer } | null, fields: Record<string, string> = {}): { body: Buffer; type: string } {
  const boundary = '----formBoundary7MA4YWxk'
  const escaped = (value: string) => value.replace(/\r/g, '%0D').replace(/\n/g, '%0A').replace(/"/g, '%22')
  const parts: Buffer[] = Object.entries(fields).map(([name, value]) => Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`))
  if (file) {
    const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${escaped(file.name)}"\r\nContent-Type: image/png\r\n\r\n`
    parts.push(Buffer.from(head), file.bytes, Buffer.from('\r\n'))
  }
  return { body: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]), type: `multipart/form-data; boundary=${boundary}` }
}
