import type { RouteConfigEntry } from '@remix-run/route-config'
import map from '#app/routes.ts'

const leaves = (entries: RouteConfigEntry[], above: string): string[] =>
  entries.flatMap((entry) => {
    const here = [above, entry.path].filter(Boolean).join('/')
    return entry.children && entry.children.length > 0 ? leaves(entry.children, here) : [`/${here}`]
  })

/** Every address of the site as the URL map writes it, e.g. `/:locale/desk/inquiries/:id/taking`. */
export const addresses = (): string[] => [...new Set(leaves(map, ''))].filter((address) => !address.endsWith('*'))
