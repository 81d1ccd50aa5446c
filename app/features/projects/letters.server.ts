import { eq } from 'drizzle-orm'
import type { Reader } from '#db/index.ts'
import { projects } from '#db/schema/projects.ts'
import { env } from '#app/platform/env.server.ts'
import { currentToken } from '#app/platform/links.server.ts'
import { pick, translator } from '#app/platform/locale.ts'
import type { Composer } from '#app/platform/mail.server.ts'
import { linkSubject, type Side } from './candidates/titles.server.ts'

async function titleOf(db: Reader, id: string | undefined) {
  const [row] = await db.select({ ja: projects.titleJa, zh: projects.titleZh, state: projects.state }).from(projects).where(eq(projects.id, id ?? ''))
  return row ?? null
}

/** Asks a side to confirm titles and parties; nothing to say once the candidate is announced or dropped, or the link has ended. */
const title: Composer = async (db, { payload }, locale) => {
  const project = await titleOf(db, payload.project)
  const token = await currentToken(db, 'title', linkSubject(payload.project ?? '', payload.side as Side))
  if (project?.state !== 'candidate' || !token) return null
  const t = translator(locale)
  return {
    title: t('projects:letters.title.title'),
    paragraphs: [t('projects:letters.title.greeting'), t('projects:letters.title.text', { title: pick(project, locale)?.text ?? '' }), t('projects:letters.title.until')],
    link: { label: t('projects:letters.title.link'), url: `${env.originOf[locale]}/${locale}/titles/${token}` },
    closing: t('projects:letters.closing'),
  }
}

const life: Composer = async (db, { payload }, locale) => {
  const project = await titleOf(db, payload.project)
  const token = await currentToken(db, 'project-life', payload.party ?? '')
  if (project?.state !== 'announced' || !token) return null
  const t = translator(locale)
  return {
    title: t('projects:letters.life.title'),
    paragraphs: [t('projects:letters.life.greeting'), t('projects:letters.life.text', { title: pick(project, locale)?.text ?? '' }), t('projects:letters.life.until')],
    link: { label: t('projects:letters.life.link'), url: `${env.originOf[locale]}/${locale}/standing/${token}` },
    closing: t('projects:letters.closing'),
  }
}

const office =
  (kind: 'proposed' | 'reported'): Composer =>
  async (db, { payload }, locale) => {
    const project = await titleOf(db, payload.project)
    if (!project) return null
    const t = translator(locale)
    return {
      title: t(`projectdesk:letters.${kind}.title`),
      paragraphs: [t(`projectdesk:letters.${kind}.text`, { title: pick(project, locale)?.text ?? '' })],
      link: { label: t('projectdesk:letters.link'), url: `${env.originOf[locale]}/${locale}/desk/projects/${payload.project}` },
      closing: t('projects:letters.closing'),
    }
  }

export const projectLetters: Record<string, Composer> = { 'project-title': title, 'project-life': life, 'office-project-proposed': office('proposed'), 'office-project-reported': office('reported') }
