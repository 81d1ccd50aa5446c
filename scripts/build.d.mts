export function ensureBuilt(engine: 'sqlite' | 'postgres'): string | null
