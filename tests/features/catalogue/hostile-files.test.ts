/** Nothing here asks the database: how files are judged is the same under both engines. */
import { fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request as ask } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { words } from '#app/platform/locale.ts'
import { cleanName } from '#app/features/catalogue/files/file-names.ts'
import { hostileFiles, inflatingPdf, interlacedGiant, multipart, office, pdf, rawPdf, type HostileFile } from '../../support/hostile-files.ts'

const { withUpload, MAX_FILE } = await import('#app/platform/uploads.server.ts')
const { judgeDocument, judgePicture } = await import('#app/features/catalogue/files/judging.server.ts')

const MOST_MEMORY = 600 * 1024 * 1024
const incoming = () => (existsSync(join(process.env.DATA_DIR!, 'incoming')) ? readdirSync(join(process.env.DATA_DIR!, 'incoming')) : [])
const scratch = mkdtempSync(join(tmpdir(), 'hostile-'))
let files: HostileFile[]
beforeAll(async () => {
  files = await hostileFiles()
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

let who = 0
function send(file: { name: string; bytes: Buffer }, to: 'picture' | 'document') {
  const { body, type } = multipart(file, { ja: '説明' })
  const request = new Request('http://127.0.0.1/ja/account/technologies/x/images', { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(body) })
  return withUpload(request, `person-${who++}`, async (sent) => {
    if (!sent.file) throw new Error('no file arrived')
    const judged = await (to === 'picture' ? judgePicture(sent.file) : judgeDocument(sent.file))
    const pieces = judged.ok ? judged.file.pieces.map(({ from, ending }) => ({ ending, bytes: readFileSync(from) })) : []
    return { judged, pieces }
  })
}

test('at least forty hostile files are refused with a reason that has words, or come out harmless; none stays on the disk', { timeout: 240_000 }, async () => {
  expect(files.length).toBeGreaterThanOrEqual(40)
  const fates: Record<string, string> = {}
  for (const file of files) {
    const sent = await send(file, file.to)
    const fate = !sent.ok ? sent.reason : sent.value.judged.ok ? 'harmless' : sent.value.judged.reason
    fates[file.name] = file.becomes === 'either' ? 'either' : fate
    if (fate !== 'harmless') expect(words.ja.files.errors, file.name).toHaveProperty(fate)
    if (fate === 'harmless' && file.to === 'picture') {
      for (const { bytes } of sent.ok ? sent.value.pieces : []) {
        expect(await sharp(bytes).metadata()).toMatchObject({ space: 'srgb', format: expect.stringMatching(/^(webp|jpeg|heif)$/) })
        for (const trace of ['script', 'PK\x03\x04', 'Exif', 'SecretCamera', 'acTL', 'ANIM']) expect(bytes.includes(Buffer.from(trace, 'latin1')), `${trace} in ${file.name}`).toBe(false)
      }
    }
    expect(incoming(), file.name).toEqual([])
  }
  expect(fates).toEqual(Object.fromEntries(files.map((file) => [file.name, file.becomes])))
})

test('a picture that lay on its side stands upright, and the same picture has the same name', async () => {
  const turned = files.find((file) => file.name === 'turned.jpg')!
  const [one, two] = [await send(turned, 'picture'), await send(turned, 'picture')]
  if (!one.ok || !one.value.judged.ok || !two.ok || !two.value.judged.ok) throw new Error('refused')
  expect(one.value.judged.file).toMatchObject({ width: 200, height: 300 })
  expect(two.value.judged.file.hash).toBe(one.value.judged.file.hash)
  const card = one.value.pieces.find((piece) => piece.ending === '.card.jpg')!.bytes
  expect(await sharp(card).metadata()).toMatchObject({ width: 336, height: 252 })
})

test('a QR code in a picture is read', async () => {
  const { default: QRCode } = await import('qrcode')
  const code = await QRCode.toBuffer('https://weixin.example/u/abc', { scale: 5 })
  const bytes = await sharp({ create: { width: 2400, height: 1600, channels: 3, background: '#abc' } }).composite([{ input: code, left: 300, top: 200 }]).jpeg().toBuffer()
  const sent = await send({ name: 'x.jpg', bytes }, 'picture')
  expect(sent.ok && sent.value.judged.ok && sent.value.judged.file.codes).toEqual(['https://weixin.example/u/abc'])
})

test('Office files and PDFs are what they say', async () => {
  for (const kind of ['docx', 'pptx', 'xlsx'] as const) {
    const sent = await send({ name: 'x', bytes: office(kind) }, 'document')
    expect(sent.ok && sent.value.judged.ok && sent.value.judged.file.kind).toBe(kind)
  }
  const sent = await send({ name: 'x', bytes: await pdf(['a']) }, 'document')
  expect(sent.ok && sent.value.judged.ok && sent.value.judged.file.kind).toBe('pdf')
})

test('names lose their path, what cannot be seen, and endings that lie', () => {
  expect(cleanName('C:\\Users\\me\\..\\brochure\u202efdp.exe', 'pdf')).toBe('brochurefdp.exe.pdf')
  expect(cleanName('../../etc/passwd\u0000.pdf', 'pdf')).toBe('passwd.pdf')
  expect(cleanName('  .. ', 'docx')).toBe('document.docx')
  expect(cleanName('省エネ診断.PDF', 'pdf')).toBe('省エネ診断.pdf')
  expect([...cleanName('𠮷'.repeat(300), 'pdf')].length).toBeLessThanOrEqual(120)
})

// ——— text of PDFs

const readingOf = async (bytes: Buffer, withinMs?: number) => {
  const { readPdf } = await import('#app/features/catalogue/files/reading-text.server.ts')
  const path = join(scratch, 'a.pdf')
  writeFileSync(path, bytes)
  return readPdf(path, withinMs)
}
const bytesOf = (name: string) => files.find((file) => file.name === name)!.bytes

test('a PDF is read; encrypted, broken, endless and nested ones are told apart and hurt nobody', { timeout: 180_000 }, async () => {
  expect(await readingOf(await pdf(['Waste heat recovery boiler', 'second page']))).toEqual({ state: 'done', text: 'Waste heat recovery boiler\nsecond page' })
  expect(await readingOf(bytesOf('encrypted.pdf'))).toEqual({ state: 'encrypted', text: '' })
  expect(await readingOf(bytesOf('only-a-shell.pdf'))).toEqual({ state: 'broken', text: '' })
  expect((await readingOf(bytesOf('circle.pdf'), 4_000)).state).toMatch(/broken|cut|done/)
  expect((await readingOf(bytesOf('deep.pdf'), 4_000)).state).toMatch(/broken|done/)
  expect(await readingOf(inflatingPdf(900), 4_000)).toMatchObject({ state: expect.stringMatching(/broken|cut|done/) })
  const long = await readingOf(await pdf(Array.from({ length: 230 }, (_, at) => `page ${at + 1}`)))
  expect(long.state).toBe('cut')
  expect(long.text).toContain('page 200')
  expect(long.text).not.toContain('page 201')
})

test('a reading that takes too long ends in time', async () => {
  const began = Date.now()
  const { state } = await readingOf(rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>']), 1)
  expect(state).toBe('broken')
  expect(Date.now() - began).toBeLessThan(5_000)
})

/** Runs a reader as the server does and asks it for the most memory it ever had; null when it was stopped for it. */
const peakOf = (name: string, args: string[]): Promise<number | null> =>
  new Promise((resolve) => {
    const report = `data:text/javascript,import{mostMemory}from"${pathToFileURL('tests/support/most-memory.mjs').href}";process.on("exit",()=>process.stderr.write("peak "+mostMemory()))`
    const child = spawn(process.execPath, ['--import', report, '--max-old-space-size=256', join('scripts/readers', name), ...args], { stdio: ['ignore', 'ignore', 'pipe'] })
    let said = ''
    child.stderr.on('data', (piece: Buffer) => (said += piece.toString()))
    child.on('close', () => resolve(Number(/peak (\d+)/.exec(said)?.[1]) || null))
  })

test('no reader takes more memory than it may, whatever it is given', { timeout: 180_000 }, async () => {
  const picture = join(scratch, 'giant.png')
  writeFileSync(picture, interlacedGiant(6200))
  const bomb = join(scratch, 'bomb.pdf')
  writeFileSync(bomb, inflatingPdf(1200))
  for (const peak of [await peakOf('picture.mjs', [picture, scratch, 'png']), await peakOf('pdf.mjs', [bomb])]) expect(peak ?? 0).toBeLessThan(MOST_MEMORY)
})

// ——— over the wire

let server: ChildProcess
let wire = ''
const answerOf = async <T>(): Promise<T> => ((await once(server, 'message')) as [T])[0]
beforeAll(async () => {
  server = fork('tests/support/upload-server.ts', { execArgv: ['--import', 'tsx'] })
  const { port } = await answerOf<{ port: number }>()
  wire = `http://127.0.0.1:${port}/ja/account/technologies/x/documents`
})
afterAll(() => void server.kill())

const post = async (body: Buffer, type: string) => (await fetch(wire, { method: 'POST', headers: { 'content-type': type }, body: new Uint8Array(body) })).text()

test('large files side by side are taken without much memory; one too many is asked to wait; one too large is read to its end and refused', { timeout: 120_000 }, async () => {
  const start = rawPdf(['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Kids[]/Count 0>>'])
  const big = multipart({ name: 'big.pdf', bytes: Buffer.concat([start, Buffer.alloc(MAX_FILE - start.length - 20, 0x20), Buffer.from('\n%%EOF\n')]) })
  const tooBig = multipart({ name: 'big.pdf', bytes: Buffer.concat([big.body, Buffer.alloc(9 * 1024 * 1024)]) })
  const answers = await Promise.all(Array.from({ length: 6 }, () => post(big.body, big.type)))
  expect(await post(tooBig.body, tooBig.type)).toBe('too-large')
  expect(answers.filter((answer) => answer === 'taken').length).toBeGreaterThanOrEqual(4)
  expect(answers.every((answer) => answer === 'taken' || answer === 'busy')).toBe(true)
  server.send('peak')
  expect((await answerOf<{ peak: number }>()).peak).toBeLessThan(MOST_MEMORY)
  expect(incoming()).toEqual([])
})

test('an upload that breaks off leaves nothing behind, and the next is taken', async () => {
  const { body, type } = multipart({ name: 'x.pdf', bytes: Buffer.alloc(8_000_000, 0x20) })
  await new Promise<void>((broken) => {
    const cut = ask(wire, { method: 'POST', headers: { 'content-type': type, 'content-length': body.length } })
    cut.on('error', () => broken())
    cut.write(body.subarray(0, body.length >> 1), () => cut.destroy(new Error('line cut')))
  })
  await expect.poll(incoming, { timeout: 5_000 }).toEqual([])
  const whole = multipart({ name: 'x.pdf', bytes: await pdf(['whole']) })
  expect(await post(whole.body, whole.type)).toBe('taken')
  expect(await post(body.subarray(0, body.length - 30), type)).toBe('cut-off')
  expect(await post(Buffer.from('no form at all'), 'text/plain')).toBe('cut-off')
  expect(incoming()).toEqual([])
})

test('what a crash has left is swept away', async () => {
  const { sweepIncoming } = await import('#app/platform/uploads.server.ts')
  const { mkdirSync, utimesSync } = await import('node:fs')
  const left = join(process.env.DATA_DIR!, 'incoming', 'left')
  mkdirSync(left, { recursive: true })
  utimesSync(left, new Date(0), new Date(0))
  mkdirSync(join(process.env.DATA_DIR!, 'incoming', 'running'))
  await sweepIncoming()
  expect(incoming()).toEqual(['running'])
  rmSync(join(process.env.DATA_DIR!, 'incoming', 'running'), { recursive: true })
})
