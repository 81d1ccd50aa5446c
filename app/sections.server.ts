import type { ServerBuild } from '@remix-run/node'

type Routes = ServerBuild['routes']

const chainOf = (routes: Routes, id: string): string[] => {
  const parent = routes[id]?.parentId
  return parent ? [...chainOf(routes, parent), id] : [id]
}

/** The first fixed part of an address behind its language, and how many parts it has: `technologies 3` of /zh/technologies/x. */
export function sectionOf(path: string): string {
  const parts = path.split('/').filter(Boolean)
  const [first = '', second = ''] = parts
  return `${/^(ja|zh|:locale)$/.test(first) ? second : first} ${parts.length}`
}

/**
 * The build, cut into one per section and depth of the URL map. The router compares an address with every route it is given, three
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
