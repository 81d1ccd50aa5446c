import type { MetaDescriptor, MetaFunction } from '@remix-run/node'
import { useLocation, useMatches } from '@remix-run/react'
import type { SharedPage } from './share-links.ts'

/** What a route says of itself (`export const handle`): the head of a page that may be passed on. A page without it has no way to share it. */
export interface Shareable {
  shared: MetaFunction<never>
  /** members of the address's query that belong to the page; others are of one visit */
  query?: readonly string[]
}

/** The page that is shown, as its own head presents it to other sites; null when it is private, a form, or missing. */
export function useSharedPage(): SharedPage | null {
  const matches = useMatches()
  const location = useLocation()
  const leaf = matches[matches.length - 1]
  const { shared, query = [] } = (leaf?.handle ?? {}) as Partial<Shareable>
  if (!leaf || !shared) return null
  const asked = { data: leaf.data, params: leaf.params, location, matches }
  const said = new Map(((shared as (asked: unknown) => MetaDescriptor[])(asked)).flatMap((one) => ('property' in one ? [[String(one.property), String(one.content)] as const] : [])))
  const address = said.get('og:url')
  return address ? { address: address + searchOf(location.search, query), title: said.get('og:title') ?? '', line: said.get('og:description') ?? '', picture: said.get('og:image') ?? '' } : null
}

function searchOf(search: string, names: readonly string[]): string {
  const own = new URLSearchParams([...new URLSearchParams(search)].filter(([name, value]) => value && names.includes(name)))
  const text = own.toString()
  return text && `?${text}`
}
