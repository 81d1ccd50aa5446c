import { open, readFile, rename, rm } from 'node:fs/promises'
import { withDatabase } from './database.ts'
import { fileTrouble, Refusal } from './refusal.ts'
import { worded } from './wording.ts'

const PROBLEMS_SHOWN = 200

export async function importFile(file: string): Promise<void> {
  const json = parsed(file, await readFile(file).catch((error: unknown) => Promise.reject(fileTrouble(file, error))))
  await withDatabase(async ({ transact }) => {
    const { importCatalogue } = await import('#app/features/catalogue/interchange.server.ts')
    const done = await transact((tx) => importCatalogue(tx, json, { author: null }))
    if (!done.ok) {
      const lines = done.problems.slice(0, PROBLEMS_SHOWN).map(worded)
      const more = done.problems.length - lines.length
      throw new Refusal([...lines, ...(more > 0 ? [`… and ${more} more`] : []), `Nothing was imported: ${done.problems.length} problem(s).`].join('\n'))
    }
    for (const kind of ['companies', 'technologies'] as const) {
      const { added, changed, unchanged } = done[kind]
      console.log(`${kind}: ${added} added, ${changed} changed, ${unchanged} unchanged`)
    }
  })
}

function parsed(file: string, bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw new Refusal(`${file} is not JSON in UTF-8: ${(error as Error).message}`)
  }
}

export async function exportFile(file: string): Promise<void> {
  await withDatabase(async ({ snapshot }) => {
    const { exportCatalogue } = await import('#app/features/catalogue/interchange.server.ts')
    const { catalogueText } = await import('#app/features/catalogue/exporting.ts')
    const catalogue = await snapshot(exportCatalogue)
    const part = `${file}.part`
    try {
      const out = await open(part, 'w')
      try {
        for (const piece of catalogueText(catalogue)) await out.write(piece)
      } finally {
        await out.close()
      }
      await rename(part, file)
    } catch (error) {
      await rm(part, { force: true }).catch(() => undefined)
      throw fileTrouble(file, error)
    }
    console.log(`${catalogue.companies.length} companies and ${catalogue.technologies.length} technologies written to ${file}`)
  })
}

export async function generate(wanted: { technologies: number; seed: number }): Promise<void> {
  await withDatabase(async () => {
    const { generateCatalogue } = await import('#app/features/catalogue/generating.server.ts')
    const began = Date.now()
    await generateCatalogue(wanted, (done) => console.log(`${done} of ${wanted.technologies}`))
    console.log(`done in ${((Date.now() - began) / 1000).toFixed(1)} s`)
  })
}
