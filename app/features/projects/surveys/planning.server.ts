import { and, asc, desc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { partyContacts, projectParties, projects } from '#db/schema/projects.ts'
import { surveyRecipients, surveyResponses, surveyRounds, type RoundRule } from '#db/schema/surveys.ts'
import { batches } from '../../catalogue/batches.ts'
import { readFields } from '../../catalogue/taxonomy.server.ts'

/** What a party answered that lets one expect more next time. */
const PROMISING = new Set(['preparing', 'in-progress', 'extended', 'signed'])

/** Projects whose newest finished answer, of whichever party, says that they go on. */
async function promisingProjects(db: Reader): Promise<Set<string>> {
  const rows = await db
    .select({ projectId: surveyRecipients.projectId, answers: surveyResponses.answers })
    .from(surveyResponses)
    .innerJoin(surveyRecipients, eq(surveyRecipients.id, surveyResponses.recipientId))
    .innerJoin(surveyRounds, eq(surveyRounds.id, surveyResponses.roundId))
    .where(eq(surveyRounds.kind, 'follow-up'))
    .orderBy(desc(surveyRounds.year), desc(surveyResponses.updatedAt))
  const newest = new Map<string, string>()
  for (const { projectId, answers } of rows) if (!newest.has(projectId) && typeof answers.status === 'string') newest.set(projectId, answers.status)
  return new Set([...newest].flatMap(([id, status]) => (PROMISING.has(status) ? [id] : [])))
}

/** The announced projects that a rule picks, in the order of the register. */
export async function projectsOfRule(db: Reader, rule: RoundRule) {
  const byRule = rule.forumFrom !== undefined || rule.forumTo !== undefined || rule.statuses.length > 0 || rule.fields.length > 0 || rule.promising
  const rows = await db
    .select({ id: projects.id, slug: projects.slug, forum: projects.forum, number: projects.number, titleJa: projects.titleJa, titleZh: projects.titleZh, status: projects.status, fields: projects.fields })
    .from(projects)
    .where(
      and(
        eq(projects.state, 'announced'),
        or(
          rule.picked.length > 0 ? inArray(projects.slug, rule.picked) : undefined,
          byRule
            ? and(
                eq(projects.state, 'announced'),
                rule.forumFrom === undefined ? undefined : gte(projects.forum, rule.forumFrom),
                rule.forumTo === undefined ? undefined : lte(projects.forum, rule.forumTo),
                rule.statuses.length > 0 ? inArray(projects.status, rule.statuses) : undefined,
              )
            : undefined,
        ),
      ),
    )
    .orderBy(desc(projects.forum), asc(projects.number), asc(projects.slug))
  if (!byRule && rule.picked.length === 0) return []
  const parentOf = new Map((await readFields(db)).map(({ id, parentId }) => [id, parentId]))
  const promising = rule.promising ? await promisingProjects(db) : null
  const picked = new Set(rule.picked)
  const inFields = (fields: string[]) => rule.fields.length === 0 || fields.some((id) => rule.fields.includes(id) || rule.fields.includes(parentOf.get(id) ?? ''))
  return rows.filter(({ id, slug, fields }) => picked.has(slug) || (byRule && inFields(fields) && (!promising || promising.has(id))))
}

export type Planned = Awaited<ReturnType<typeof planRecipients>>[number]

/** Who gets what: every present party of the projects, with whom to write to, in which language, and how. Addresses stay out. */
export async function planRecipients(db: Reader, rule: RoundRule) {
  const chosen = await projectsOfRule(db, rule)
  const byId = new Map(chosen.map((project) => [project.id, project]))
  const parties: (typeof projectParties.$inferSelect)[] = []
  const contacts = new Map<string, { id: string; role: string | null; locale: string; mail: boolean; phone: boolean }>()
  for (const batch of batches([...byId.keys()])) {
    parties.push(...(await db.select().from(projectParties).where(and(inArray(projectParties.projectId, batch), isNull(projectParties.untilOn))).orderBy(asc(projectParties.projectId), asc(projectParties.position), asc(projectParties.id))))
    const found = await db
      .select({ partyId: partyContacts.partyId, id: partyContacts.id, role: partyContacts.role, locale: partyContacts.locale, email: partyContacts.email, phone: partyContacts.phone })
      .from(partyContacts)
      .innerJoin(projectParties, eq(projectParties.id, partyContacts.partyId))
      .where(and(inArray(projectParties.projectId, batch), isNull(partyContacts.erasedAt)))
      .orderBy(asc(partyContacts.createdAt), asc(partyContacts.id))
    for (const { partyId, id, role, locale, email, phone } of found) {
      const known = contacts.get(partyId)
      if (!known || (!known.mail && email)) contacts.set(partyId, { id, role, locale, mail: email !== null, phone: phone !== null })
    }
  }
  const order = new Map(chosen.map(({ id }, at) => [id, at]))
  return parties
    .sort((a, b) => order.get(a.projectId)! - order.get(b.projectId)!)
    .map(({ id, projectId, side, kind, nameJa, nameZh }) => {
      const contact = contacts.get(id)
      const { slug, titleJa, titleZh, forum } = byId.get(projectId)!
      return {
        partyId: id,
        projectId,
        side,
        kind,
        slug,
        forum,
        title: { ja: titleJa, zh: titleZh },
        name: { ja: nameJa, zh: nameZh },
        contact: contact ? { id: contact.id, role: contact.role } : null,
        locale: contact?.locale ?? (side === 'china' ? 'zh' : 'ja'),
        how: contact?.mail ? ('mail' as const) : contact?.phone ? ('phone' as const) : ('none' as const),
      }
    })
}
