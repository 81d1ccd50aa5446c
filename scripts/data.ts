/** `npm run data -- import FILE | export FILE | backup DIR | restore DIR | generate` */
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Refusal } from './data-commands/refusal.ts'

// Set before the database is opened: data commands never bring demo records along.
process.env.SEED = 'none'

const USAGE = `Usage:
  npm run data -- import FILE                        takes a catalogue file in, or nothing of it
  npm run data -- export FILE                        writes the whole catalogue
  npm run data -- backup DIR [--portable]            copies database, files, letters and key while the site runs;
                                                     portable: readable by either kind of database
  npm run data -- restore DIR                        fills an empty DATA_DIR and database from a backup
  npm run data -- generate --technologies N --seed S invented records for trying out and measuring`

const path = (given: string) => resolve(process.env.CALLED_FROM ?? '.', given)

function whole(name: string, given: string | undefined): number {
  if (!given || !/^\d{1,7}$/.test(given)) throw new Refusal(`--${name} must be a whole number.\n${USAGE}`)
  return Number(given)
}

function readCommand() {
  const options = { portable: { type: 'boolean' }, technologies: { type: 'string' }, seed: { type: 'string' } } as const
  try {
    return parseArgs({ allowPositionals: true, options })
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n${USAGE}`)
  }
}

async function run(): Promise<void> {
  const { positionals, values } = readCommand()
  const [command = '', target, ...rest] = positionals
  const only = (count: number) => {
    if (rest.length > 0 || (target === undefined ? 0 : 1) !== count) throw new Refusal(USAGE)
  }
  if (command === 'import' || command === 'export' || command === 'backup' || command === 'restore') only(1)
  if (command === 'import') return (await import('./data-commands/catalogue.ts')).importFile(path(target!))
  if (command === 'export') return (await import('./data-commands/catalogue.ts')).exportFile(path(target!))
  if (command === 'backup') return (await import('./data-commands/backup.ts')).backUp(path(target!), values.portable ?? false)
  if (command === 'restore') return (await import('./data-commands/restore.ts')).restore(path(target!))
  if (command !== 'generate') throw new Refusal(USAGE)
  only(0)
  const wanted = { technologies: whole('technologies', values.technologies), seed: whole('seed', values.seed) }
  return (await import('./data-commands/catalogue.ts')).generate(wanted)
}

try {
  await run()
} catch (error) {
  const known = error instanceof Refusal || (error as Error)?.constructor?.name === 'BadSetting'
  console.error(known ? (error as Error).message : error)
  process.exitCode = 1
}
