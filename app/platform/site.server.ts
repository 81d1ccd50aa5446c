import { BadSetting, env } from './env.server.ts'
import type { SiteFacts } from './head.ts'

/** How each search engine calls its meta. */
const METAS: Record<string, string> = { baidu: 'baidu-site-verification', google: 'google-site-verification', bing: 'msvalidate.01', sogou: 'sogou_site_verification', so360: '360-site-verification' }

const verification = Object.fromEntries(
  Object.entries(env.siteVerification).map(([engine, code]) => {
    const name = METAS[engine]
    if (!name) throw new BadSetting(`SITE_VERIFICATION knows ${Object.keys(METAS).join(', ')}, not "${engine}".`)
    return [name, code]
  }),
)

const plain = new URL(env.origin).host
const known = new Set([plain, ...Object.values(env.originOf).map((origin) => new URL(origin).host), ...Object.keys(env.icpNumbers), ...Object.keys(env.psbNumbers)])

/** The host that was asked for if it is one of ours, else the site's own: whatever a stranger names makes no page of its own. */
export const knownHost = (asked: string | undefined): string => (asked && known.has(asked.toLowerCase()) ? asked.toLowerCase() : plain)

/** What the heads and feet of pages need of the settings, as seen from a known host. */
export const siteFacts = (host: string): SiteFacts => ({
  origins: env.originOf,
  origin: env.origin,
  verification,
  filing: { icp: env.icpNumbers[host] ?? null, psb: env.psbNumbers[host] ?? null },
})
