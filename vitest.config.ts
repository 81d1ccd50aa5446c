import { defineConfig } from 'vitest/config'

/** One project per engine; each test file gets a fresh, migrated database of its own (tests/support/setup.ts). */
const project = (engine: 'sqlite' | 'postgres') => ({
  resolve: { conditions: engine === 'postgres' ? ['postgres', 'module', 'node'] : ['module', 'node'] },
  ssr: { resolve: { conditions: engine === 'postgres' ? ['postgres', 'module', 'node'] : ['module', 'node'] } },
  test: {
    name: engine,
    include: engine === 'sqlite' ? ['tests/**/*.test.ts'] : ['tests/features/**/*.test.ts', 'tests/platform/**/*.test.ts', 'tests/db/**/*.test.ts'],
    setupFiles: ['tests/support/setup.ts'],
    env: { NODE_ENV: 'test' as const, ENGINE: engine, LOG_LEVEL: 'silent' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks' as const,
  },
})

export default defineConfig({
  test: { projects: [project('sqlite'), project('postgres')] },
})
