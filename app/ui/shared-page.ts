import type { MetaDescriptor, MetaFunction } from '@remix-run/node'
import { useLocation, useMatches } from '@remix-run/react'
import type { SharedPage } from './share-links.ts'

/** What a route says of itself (`export const handle`): the head of a page that may be passed on. A page without it has no way to share it. */
export interface Shareable {
  shared: MetaFunction<never>
}

/** The page that is shown, as its own head presents it to other sites; null when it is private, a form, or missing. */
export function useSharedPage(): SharedPage | null {
  const matches = useMatches()
  const location = useLocation()
  const leaf = matches[matches.length - 1]
  const { shared } = (leaf?.handle ?? {}) as Partial<Shareable>
  if (!leaf || !shared) return null
  const asked = { data: leaf.data, params: leaf.params, location, matches }
  const said = new Map(((shared as (asked: unknown) => MetaDescriptor[])(asked)).flatMap((one) => ('property' in one ? [[String(one.property), String(one.content)] as const] : [])))
  const address = said.get('og:url')
  return address ? { address, title: said.get('og:title') ?? '', line: said.get('og:description') ?? '', picture: said.get('og:image') ?? '' } : null
}
