/** Run by commands.test.ts in a process of its own: a demo site with a row in tables of every kind. */
import { close, db, transact } from '#db/index.ts'
import { prepareDatabase } from '#db/prepare.ts'
import { sessions, users } from '#db/schema/accounts.ts'
import { files, listingFiles, technologies } from '#db/schema/catalogue.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { dailyCounts, jobs, privateLinks } from '#db/schema/platform.ts'

const at = new Date('2026-03-01T02:03:04.567Z')
await prepareDatabase()
const [user] = await db.select().from(users).limit(1)
const [technology] = await db.select().from(technologies).limit(1)
await transact(async (tx) => {
  await tx.insert(sessions).values({ id: 'hash', userId: user!.id, expiresAt: at, createdAt: at })
  await tx.insert(jobs).values({ kind: 'letter', key: 'letter:1', payload: { id: '1' }, dueAt: at, lastError: '改行\n"引用"\u2028' })
  await tx.insert(privateLinks).values({ purpose: 'receipt', subject: 'inquiry:1', generation: 2, expiresAt: null, createdAt: at })
  await tx.insert(dailyCounts).values({ key: 'k', day: '2026-03-01', kind: 'view', subject: 's', language: 'zh', device: 'wechat', n: 3 })
  await tx.insert(files).values({ hash: 'h', kind: 'png', size: 1, width: 4, height: 3, codes: [], createdAt: at })
  await tx.insert(listingFiles).values({ technologyId: technology!.id, hash: 'h', access: 'public' })
  await tx.insert(inquiries).values({
    ticket: 'DB-1999-0001', stage: 'received', kind: 'interest', locale: 'zh', submissionKey: 'filling', organisationKind: 'park',
    nameToFirm: true, onBehalf: { kind: 'enterprise', region: null, size: null }, message: '余热', createdAt: at, updatedAt: at, stageAt: at,
  })
})
await close()
