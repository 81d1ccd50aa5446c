/** Invented projects, rounds, interviews, cases and counts for measuring: the same every time. */
import { asc, eq, isNotNull } from 'drizzle-orm'
import { db, transact } from '#db/index.ts'
import { fields as fieldRows, technologies } from '#db/schema/catalogue.ts'
import { inquiries } from '#db/schema/inquiries.ts'
import { dailyCounts, ledger } from '#db/schema/platform.ts'
import { forums, obstacleCodes, projectParties, wishCodes } from '#db/schema/projects.ts'
import { questionnaires, questionnaireVersions, surveyInterviews, surveyRecipients, surveyResponses, surveyRounds, type Question } from '#db/schema/surveys.ts'
import { batches } from '#app/features/catalogue/batches.ts'
import { enterProjects } from '#app/features/projects/entering.server.ts'
import { allQuestions, searchTextOf } from '#app/features/projects/surveys/engine.ts'

let state = 7
const random = () => (state = (state * 48271) % 2147483647) / 2147483647
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
const id = (kind: string, n: number) => `${kind}-${String(n).padStart(6, '0')}`
const AT = new Date('2026-02-20T03:00:00Z')
const day = (n: number) => new Date(Date.UTC(2025, 3, 1 + n)).toISOString().slice(0, 10)

const said = ({ kind, code, options }: Question) => {
  if (kind === 'single') return options![Math.min(options!.length - 1, Math.floor(random() ** 1.6 * options!.length))]!.code
  if (kind === 'several') return options!.filter((_, at) => random() < 0.5 / (at + 1)).map((option) => option.code)
  if (kind === 'number') return code.endsWith('saved') ? Math.round(random() * 9000) : Math.round(random() * 100)
  if (kind === 'scale') return 1 + Math.floor(random() * 5)
  return kind === 'date' ? '2025-04-01' : '排熱回収の実証を続けている。現地の許認可に時間がかかっている。'.repeat(2)
}

/** @returns the ids of the rounds, the last one the newest */
export async function fillSurveys({ projects, rounds, cases, subjects }: { projects: number; rounds: number; cases: number; subjects: number }): Promise<string[]> {
  const [version] = await db.select({ id: questionnaireVersions.id, sections: questionnaireVersions.sections }).from(questionnaireVersions).innerJoin(questionnaires, eq(questionnaires.id, questionnaireVersions.questionnaireId)).where(eq(questionnaires.kind, 'follow-up'))
  const asked = allQuestions(version!.sections)
  const known = (await db.select({ round: forums.round }).from(forums).orderBy(asc(forums.round))).map(({ round }) => round)
  const leaves = (await db.select({ id: fieldRows.id }).from(fieldRows).where(isNotNull(fieldRows.parentId)).orderBy(asc(fieldRows.position))).map((field) => field.id)
  const bodies = ['株式会社', '株式会社', '大学', '協会'] as const
  const partners = ['有限公司', '集団有限公司', '开发区管委会', '大学', '研究院'] as const
  await transact((tx) =>
    enterProjects(
      tx,
      Array.from({ length: projects }, (_, at) => {
        const [own, other] = [pick(bodies), pick(partners)]
        return {
          slug: `bench-${at}`, number: 100 + at, title: { ja: `工業団地における排熱回収と省エネルギー診断の実証協力（第${at + 1}件）`, zh: `工业园区余热回收与节能诊断示范合作（第${at + 1}项）` }, fields: [pick(leaves)], forum: pick(known), announcedOn: '2020-12-20',
          parties: [
            { side: 'japan' as const, kind: own === '大学' ? ('university' as const) : own === '協会' ? ('organisation' as const) : ('company' as const), name: { ja: `見本${at}${own}`, zh: null } },
            { side: 'china' as const, kind: other === '大学' ? ('university' as const) : other.includes('管委会') ? ('zone' as const) : ('company' as const), name: { ja: null, zh: `样本${at}${other}` } },
          ],
        }
      }),
      null,
    ),
  )
  const parties = await db.select().from(projectParties).orderBy(asc(projectParties.projectId), asc(projectParties.position))
  const ids: string[] = []
  for (let n = 0; n < rounds; n++) {
    const round = id('round', n)
    ids.push(round)
    await transact(async (tx) => {
      const year = 2026 - rounds + n
      await tx.insert(surveyRounds).values({ id: round, kind: 'follow-up', versionId: version!.id, nameJa: `${year}年度フォローアップ調査`, nameZh: `${year}年度跟踪调查`, year, rule: { statuses: [], fields: [], promising: false, picked: [] }, closesOn: '2026-02-20', grace: 7, remindOn: [], state: 'closed', openedAt: AT, closedAt: AT, createdAt: AT })
      const recipients = parties.map((party, at) => ({ id: id(`r${n}`, at), roundId: round, projectId: party.projectId, partyId: party.id, locale: party.side === 'japan' ? 'ja' : 'zh', how: 'mail' as const, state: random() < 0.6 ? ('answered' as const) : pick(['partly', 'reminded', 'reminded', 'refused', 'unreachable', 'dissolved'] as const), stateAt: AT, sentAt: AT }))
      for (const batch of batches(recipients)) await tx.insert(surveyRecipients).values(batch)
      const responses = recipients.filter((one) => one.state === 'answered' || one.state === 'partly').map((one) => {
        const answers = Object.fromEntries(asked.filter(() => random() < 0.9).map((question) => [question.code, said(question)]))
        return { id: `a-${one.id}`, roundId: round, recipientId: one.id, answers, saves: {}, edition: 4, via: random() < 0.1 ? ('phone' as const) : ('link' as const), locale: one.locale, searchText: searchTextOf(version!.sections, answers), finishedAt: AT, createdAt: AT, updatedAt: AT }
      })
      for (const batch of batches(responses)) await tx.insert(surveyResponses).values(batch)
      const talks = parties.slice(0, 40).map((party, at) => ({
        id: id(`t${n}`, at), roundId: round, projectId: party.projectId, partyId: party.id, on: `${year + 1}-02-10`, how: 'online' as const, people: ['部長'], notes: '聞き取りの記録', obstacles: [pick(obstacleCodes)], wishes: [pick(wishCodes)],
        quotes: [{ text: party.side === 'japan' ? '許認可の窓口がどこかを確かめるだけで半年かかりました。' : '希望日方企业能更早了解当地的招投标规则。', locale: party.side === 'japan' ? ('ja' as const) : ('zh' as const), permitted: at % 3 !== 0 }], searchText: '', authorId: 'bench', createdAt: AT,
      }))
      await tx.insert(surveyInterviews).values(talks)
    })
  }
  await fillCounts(subjects)
  await fillCases(cases)
  return ids
}

/** A year of page views and appearances. */
async function fillCounts(subjects: number): Promise<void> {
  const known = (await db.select({ id: technologies.id }).from(technologies).orderBy(asc(technologies.id))).map((one) => one.id)
  const rows = Array.from({ length: 365 }, (_, n) => n).flatMap((n) =>
    Array.from({ length: subjects }, (_, which) => {
      const [kind, language, device] = [pick(['view', 'appearance', 'appearance']), pick(['zh', 'zh', 'ja']), pick(['wechat', 'phone', 'phone', 'tablet', 'desktop'])]
      const subject = known[which % known.length] ?? id('technology', which)
      return { key: `${day(n)}|${kind}|${subject}|${language}|${device}|${which}`, day: day(n), kind, subject, language, device, n: 1 + Math.floor(random() * 6) }
    }),
  )
  await transact(async (tx) => {
    for (const batch of batches(rows)) await tx.insert(dailyCounts).values(batch)
  })
}

/** Cases of one year with their histories. */
async function fillCases(cases: number): Promise<void> {
  const way = ['taken', 'forwarded', 'interested', 'introduced', 'dialogue', 'agreed']
  const rows = Array.from({ length: cases }, (_, n) => ({
    id: id('case', n), ticket: `DB-2025-B${n}`, stage: 'checking' as const, kind: pick(['information', 'interest', 'need', 'partnership'] as const), locale: 'zh', origin: pick(['site', 'site', 'site', 'phone', 'fair', 'wechat'] as const),
    submissionKey: id('sent', n), organisationKind: pick(['enterprise', 'park', 'trading'] as const), message: '', office: pick(['tokyo', 'beijing', 'shanghai'] as const), createdAt: new Date(`${day(Math.floor(random() * 300))}T03:00:00Z`), updatedAt: AT, stageAt: AT,
  }))
  await transact(async (tx) => {
    for (const batch of batches(rows)) await tx.insert(inquiries).values(batch)
    const history = rows.flatMap((row) => way.slice(0, Math.floor(random() ** 2 * 7)).map((verb, at) => ({ subject: `inquiry:${row.id}`, actor: 'bench', verb, codes: {}, at: new Date(row.createdAt.getTime() + (at + 1) * 86_400_000) })))
    for (const batch of batches(history)) await tx.insert(ledger).values(batch)
  })
}
