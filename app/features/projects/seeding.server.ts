import type { Writer } from '#db/index.ts'
import { forums } from '#db/schema/projects.ts'
import { enterProjects, type ProjectInput } from './entering.server.ts'

interface Round {
  round: number
  date: string | null
  name: { ja: string; zh: string }
  announced: number | null
  cumulative: number | null
  source: { ja: string; zh: string } | null
}

/** The rounds of the forum with what was published about them, and the projects of the bundled ones. */
export async function seedProjects(tx: Writer, bundled: { forums: Round[]; projects: ProjectInput[] }): Promise<void> {
  await tx.insert(forums).values(
    bundled.forums.map(({ round, date, name, announced, cumulative, source }) => ({
      round, date, nameJa: name.ja, nameZh: name.zh, announced, cumulative, sourceJa: source?.ja ?? null, sourceZh: source?.zh ?? null,
    })),
  )
  await enterProjects(tx, bundled.projects, null)
}
