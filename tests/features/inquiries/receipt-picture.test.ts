import { expect, test } from 'vitest'
import decodeQR from 'qr/decode.js'
import sharp, { type Region } from 'sharp'
import { drawReceipt, receiptPictureSize } from '#app/features/inquiries/receipt-picture.server.ts'

const address = `https://databank.example/zh/receipts/${'0a'.repeat(16)}${'x'.repeat(22)}`

const darkest = async (png: Buffer, part: Region) => Math.min(...(await sharp(png).extract(part).greyscale().raw().toBuffer()))

test.each(['ja', 'zh'] as const)('the receipt as a picture: its code leads to the page, its words are drawn, and it is small (%s)', async (locale) => {
  const png = await drawReceipt({ locale, ticket: 'DB-2026-0042', sentAt: new Date('2026-11-22T03:00:00Z'), address })
  expect(png.length).toBeLessThan(40 * 1024)
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true })
  expect(info).toMatchObject({ ...receiptPictureSize, channels: 3 })
  expect(decodeQR({ width: info.width, height: info.height, data }, { format: 'RGB' })).toBe(address)
  // Ink where the number, the day and the hint stand; nothing at the very edge.
  for (const [top, height] of [[150, 84], [246, 40], [764, 60]] as const) {
    expect(await darkest(png, { left: 48, top, width: 624, height })).toBeLessThan(110)
  }
  for (const left of [0, 680]) expect(await darkest(png, { left, top: 100, width: 40, height: 800 })).toBeGreaterThan(250)
})
