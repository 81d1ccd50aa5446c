import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

const chainOf = (routes: Routes, id: string): string[] => {
  const parent = routes[id]?.parentId
  return parent ? [...chainOf(routes, parent), id] : [id]
}

/** The first fixed part of an address behind its language: `technologies` of /zh/technologies/x; '' for a home. */
export function sectionOf(path: string): string {
  const [, first = '', second = ''] = path.split('/')
  return /^(ja|zh)$/.test(first) || first === ':locale' ? second : first
}

/**
 * The build, cut into one per section of the URL map. The router compares an address with every route it is given, three
 * times a request, and that was a third of the work of a small page.
 */
export function sectionsOf(build: ServerBuild): Map<string, ServerBuild> {
  const ids = new Map<string, Set<string>>()
  const always: string[] = []
  for (const [id, route] of Object.entries(build.routes)) {
    const chain = chainOf(build.routes, id)
    const path = `/${chain.flatMap((one) => build.routes[one]?.path ?? []).join('/')}`
    if (route.path === '*' || id === 'root') {
      always.push(...chain)
      continue
    }
    const section = sectionOf(path)
    const own = ids.get(section) ?? new Set()
    chain.forEach((one) => own.add(one))
    ids.set(section, own)
  }
  const only = <T>(all: Record<string, T>, own: ReadonlySet<string>) => Object.fromEntries(Object.entries(all).filter(([id]) => own.has(id)))
  return new Map(
    [...ids].map(([section, own]) => {
      const kept = new Set([...own, ...always])
      return [section, { ...build, routes: only(build.routes, kept), assets: { ...build.assets, routes: only(build.assets.routes, kept) } }]
    }),
  )
}
