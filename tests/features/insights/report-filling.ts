/** A database with a round to report on, the same whenever and on whichever engine it is made: every id and time is given. */
import { asc, eq } from 'drizzle-orm'
import { close, db, transact } from '#db/index.ts'
import { prepareDatabase } from '#db/prepare.ts'
import { projectParties } from '#db/schema/projects.ts'
import { dailyCounts } from '#db/schema/platform.ts'
import { questionnaires, questionnaireVersions, surveyInterviews, surveyRecipients, surveyResponses, surveyRounds, type Answers } from '#db/schema/surveys.ts'

const AT = new Date('2026-02-20T03:00:00Z')
export const ROUND = 'round'
export const SECRET = '公表しないでください'
export const WRITTEN = '入札の公告を早く知りたい。'

/** Nine answers that agree, one of its own kind; a refusal, a silent one, one that is no more. */
const answersOf = (n: number): Answers => ({ status: n < 9 ? 'in-progress' : 'suspended', obstacles: n < 9 ? ['permit', 'price-gap'] : ['bidding'], wishes: ['matching'], outcomes: ['contract'], amount: 'under-10m-jpy', 'energy-saved': 100, 'savings-basis': n % 2 === 0 ? 'claimed' : 'verified', 'wishes-text': n === 4 ? `${WRITTEN}当社の名は=伏せて` : SECRET, quote: n === 4 ? 'yes' : 'no' })

export async function fillReport(): Promise<void> {
  process.env.SEED = 'none'
  await prepareDatabase()
  const [version] = await db.select({ id: questionnaireVersions.id }).from(questionnaireVersions).innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId)).where(eq(questionnaires.kind, 'follow-up'))
  const parties = (await db.select().from(projectParties).orderBy(asc(projectParties.createdAt), asc(projectParties.position))).sort((a, b) => ((a.nameJa ?? a.nameZh ?? '') < (b.nameJa ?? b.nameZh ?? '') ? -1 : 1))
  await transact(async (tx) => {
    const round = { kind: 'follow-up' as const, versionId: version!.id, rule: { forumFrom: 15, forumTo: 15, statuses: [], fields: [], promising: false, picked: [] }, closesOn: '2026-02-18', grace: 3, remindOn: ['2026-02-10'], state: 'closed' as const, openedAt: new Date('2026-01-20T03:00:00Z'), closedAt: AT }
    await tx.insert(surveyRounds).values([
      { ...round, id: 'before', nameJa: '2024年度調査', nameZh: '2024年度调查', year: 2024, createdAt: new Date('2025-01-01T00:00:00Z') },
      { ...round, id: ROUND, nameJa: '2025年度調査', nameZh: '2025年度调查', year: 2025, createdAt: AT },
    ])
    for (const [n, party] of parties.slice(0, 14).entries()) {
      const state = n < 10 ? ('answered' as const) : (['refused', 'reminded', 'dissolved', 'unreachable'] as const)[n - 10]!
      await tx.insert(surveyRecipients).values({ id: `recipient-${n}`, roundId: ROUND, projectId: party.projectId, partyId: party.id, locale: 'ja', how: 'mail', state, sentAt: AT, stateAt: AT })
      if (n < 10) await tx.insert(surveyResponses).values({ id: `response-${n}`, roundId: ROUND, recipientId: `recipient-${n}`, answers: answersOf(n), saves: {}, edition: 1, via: n === 0 ? 'phone' : 'link', locale: 'ja', searchText: '', finishedAt: AT, createdAt: AT, updatedAt: AT })
    }
    await tx.insert(surveyInterviews).values([
      { id: 'talk', roundId: ROUND, projectId: parties[0]!.projectId, partyId: parties[0]!.id, on: '2026-02-01', how: 'online', people: ['部長'], notes: SECRET, obstacles: ['permit'], wishes: ['matching'], searchText: '', authorId: 'x', createdAt: AT, quotes: [{ text: '窓口が分からず半年かかりました。', locale: 'ja', permitted: true }, { text: `名前は出さないで。${SECRET}`, locale: 'ja', permitted: false }] },
      { id: 'later', roundId: ROUND, projectId: parties[1]!.projectId, partyId: parties[1]!.id, on: '2026-03-15', how: 'phone', people: [], notes: '', obstacles: [], wishes: [], searchText: '', authorId: 'x', createdAt: AT, quotes: [{ text: '基準日より後の発言です。', locale: 'ja', permitted: true }] },
    ])
    const counts = [['2025-05-02', 'view', 'zh', 'wechat', 7], ['2025-05-03', 'appearance', 'zh', 'phone', 40], ['2026-01-10', 'view', 'ja', 'desktop', 2], ['2026-03-10', 'view', 'ja', 'desktop', 900]] as const
    await tx.insert(dailyCounts).values(counts.map(([day, kind, language, device, n]) => ({ key: `${day}|${kind}|${language}|${device}`, day, kind, subject: 'one', language, device, n })))
  })
}

// Run by itself it fills the database that DATA_DIR and DATABASE_URL name.
if (process.argv[1]?.endsWith('report-filling.ts')) {
  await fillReport()
  await close()
}
