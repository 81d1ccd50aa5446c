import { expect, test } from 'vitest'
import { textHash } from '#app/features/inquiries/consenting.server.ts'
import { agreedText, NOTICE_VERSION, type Agreement } from '#app/features/inquiries/notice.ts'

const agreements: Agreement[] = ['processing', 'transfer', 'buyer', 'firm']

test('the texts people agreed to change only together with the version', () => {
  const hashes = Object.fromEntries((['ja', 'zh'] as const).flatMap((locale) => agreements.map((agreement) => [`${locale} ${agreement}`, textHash(agreement, locale).slice(0, 12)])))
  expect({ version: NOTICE_VERSION, ...hashes }).toMatchInlineSnapshot(`
    {
      "ja buyer": "64f2a68e7fd1",
      "ja firm": "41155fea1b20",
      "ja processing": "670e2bba8752",
      "ja transfer": "d02943dee8cc",
      "version": "2026-11",
      "zh buyer": "d676e4fb6b43",
      "zh firm": "2722e550527a",
      "zh processing": "3bd00122bb5d",
      "zh transfer": "3b8bf14f7fd4",
    }
  `)
})

test('a text names purpose, recipients, the move abroad, retention and how to withdraw, and ends with the sentence beside the box', () => {
  for (const agreement of agreements) {
    expect(agreedText(agreement, 'zh')).toMatch(/处理目的[^]*接收方[^]*向境外提供[^]*保存期限[^]*撤回/)
    expect(agreedText(agreement, 'ja')).toMatch(/使う目的[^]*受け取る者[^]*国外への移転[^]*保管する期間[^]*取り下げ/)
  }
  expect(new Set(agreements.map((agreement) => agreedText(agreement, 'zh').split('\n').at(-1))).size).toBe(4)
})
