import { defineConfig } from 'drizzle-kit'

const postgres = process.env.ENGINE === 'postgres'

export default defineConfig({
  dialect: postgres ? 'postgresql' : 'sqlite',
  schema: './db/schema/*.ts',
  out: `./db/migrations/${postgres ? 'postgres' : 'sqlite'}`,
  casing: 'snake_case',
})
