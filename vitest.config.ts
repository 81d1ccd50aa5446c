import { readdirSync, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Asked of the built site as a process of its own (tests/support/site.ts); run once. */
const SERVER = 'tests/server/'

/** Rules without a database are the same under both engines: the second runs only what asks one. */
const asksDatabase = readdirSync('tests', { recursive: true, encoding: 'utf8' })
  .map((name) => `tests/${name.replaceAll('\\', '/')}`)
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith(SERVER) && /#db\/|support\/people/.test(readFileSync(file, 'utf8')))

/** One project per engine; each test file gets a fresh, migrated database of its own (tests/support/setup.ts). */
const project = (engine: 'sqlite' | 'postgres') => ({
  resolve: { conditions: engine === 'postgres' ? ['postgres', 'module', 'node'] : ['module', 'node'] },
  ssr: { resolve: { conditions: engine === 'postgres' ? ['postgres', 'module', 'node'] : ['module', 'node'] } },
  test: {
    name: engine,
    include: engine === 'sqlite' ? ['tests/**/*.test.ts'] : asksDatabase,
    exclude: [`${SERVER}**`],
    setupFiles: ['tests/support/setup.ts'],
    env: { NODE_ENV: 'test' as const, ENGINE: engine, LOG_LEVEL: 'silent' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks' as const,
  },
})

const server = {
  test: {
    name: 'server',
    include: [`${SERVER}*.test.ts`],
    env: { NODE_ENV: 'test' as const },
    testTimeout: 300_000,
    pool: 'forks' as const,
    // One site at a time: what they measure themselves by is the machine's time.
    poolOptions: { forks: { singleFork: true } },
  },
}

export default defineConfig({
  // Vitest leaves a core to itself; of two that would be half.
  test: { maxWorkers: availableParallelism(), minWorkers: 1, projects: [project('sqlite'), project('postgres'), server] },
})
