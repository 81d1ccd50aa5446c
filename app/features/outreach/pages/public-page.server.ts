import type { Reader } from '#db/index.ts'
import { isIndustry } from '#app/features/catalogue/industries.ts'
import { readCompany, readTechnology } from '#app/features/catalogue/data.server.ts'
import { readSearch, writeSearch } from '#app/features/catalogue/form.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { readPublicNeed } from '#app/features/inquiries/needs/public-needs.server.ts'
import { readParty, readProject } from '#app/features/projects/register.server.ts'
import { readEvent } from '#app/features/projects/surveys/events.server.ts'
import { env } from '#app/platform/env.server.ts'
import { isLocale, pick, translator, type Locale } from '#app/platform/locale.ts'
import { landingHead } from '../landing/head.ts'
import { readLanding } from '../landing/landing.server.ts'

/** A page of ours that everybody may open now; `target` is its address without its language. */
export interface PublicPage {
  locale: Locale
  target: string
  name: string
}

const section = (key: 'shortName' | `menu.${'technologies' | 'companies' | 'needs' | 'fields' | 'projects' | 'about' | 'privacy' | 'data' | 'join' | 'ask'}`) => (locale: Locale) => translator(locale)(`site:${key}`)
const sections: Record<string, (locale: Locale) => string> = {
  '': section('shortName'),
  '/technologies': section('menu.technologies'),
  '/companies': section('menu.companies'),
  '/needs': section('menu.needs'),
  '/needs/new': section('menu.ask'),
  '/fields': section('menu.fields'),
  '/projects': section('menu.projects'),
  '/about': section('menu.about'),
  '/privacy': section('menu.privacy'),
  '/data': section('menu.data'),
  '/join': section('menu.join'),
}

/** What a list shows when it is asked for one field. */
export const fieldTarget = (id: string) => `/technologies${writeSearch({ field: id })}`

type Named = (db: Reader, key: string, locale: Locale) => Promise<string | null>
const things: Record<string, Named> = {
  async technologies(db, slug, locale) {
    const technology = await readTechnology(db, slug)
    return technology && named(technology.content.name, locale).text
  },
  async companies(db, slug, locale) {
    const company = await readCompany(db, slug)
    return company && (pick({ ja: company.nameJa, zh: company.nameZh }, locale)?.text ?? company.nameEn ?? slug)
  },
  async needs(db, slug, locale) {
    const need = await readPublicNeed(db, slug)
    return need && need !== 'ended' ? (pick(need.title, locale)?.text ?? slug) : null
  },
  async projects(db, slug, locale) {
    const project = await readProject(db, slug)
    return project && named(project.title, locale).text
  },
  async 'projects/parties'(db, key, locale) {
    const found = await readParty(db, key)
    return found && named(found.party.name, locale).text
  },
  async 'event-surveys'(db, slug, locale) {
    return (await readEvent(db, slug))?.round[locale === 'ja' ? 'nameJa' : 'nameZh'] ?? null
  },
}

const LIST = '/technologies'

/** The page at an address without its language, or null where the public finds none. Only what is listed here is a page of ours. */
export async function publicPage(db: Reader, locale: Locale, address: string): Promise<PublicPage | null> {
  const url = new URL(address.replace(/^[/\\]+/, '/'), 'http://own.invalid')
  const path = url.pathname.replace(/\/+$/, '')
  if (path === LIST && url.search) return filteredList(db, locale, url)
  const name = sections[path]?.(locale) ?? (await landingName(db, path, locale))
  if (name) return { locale, target: path, name }
  const [, kind = '', key = ''] = /^\/(.+)\/([^/]+)$/.exec(path) ?? []
  if (!Object.hasOwn(things, kind)) return null
  const found = await things[kind]!(db, plain(key), locale)
  return found === null ? null : { locale, target: path, name: found }
}

/** A field, or a field in one industry. */
async function landingName(db: Reader, path: string, locale: Locale): Promise<string | null> {
  const [, field, industry = null] = /^\/fields\/([\w-]+)(?:\/([\w-]+))?$/.exec(path) ?? []
  if (!field || (industry !== null && !isIndustry(industry))) return null
  const landing = await readLanding(db, field, industry, locale)
  return landing && landingHead(landing, locale).title
}

/** Bytes that are no text stand for themselves and name nothing. */
function plain(key: string): string {
  try {
    return decodeURIComponent(key)
  } catch {
    return key
  }
}

async function filteredList(db: Reader, locale: Locale, url: URL): Promise<PublicPage> {
  const { page: _page, order: _order, ...search } = readSearch(url)
  const field = search.field && (await readFields(db)).find((one) => one.id === search.field)?.[locale]
  return { locale, target: LIST + writeSearch(search), name: [sections[LIST]!(locale), field, search.q].filter(Boolean).join('：') }
}

const hostOf = (origin: string) => new URL(origin).host

/** The page that somebody means who pastes an address of ours; `host` is where they look at the site. Null: not a public page of ours. */
export async function pastedPage(db: Reader, typed: string, host: string | null): Promise<PublicPage | null> {
  const bare = typed.trim().replace(/^https?:\/\//i, '')
  const named = bare.split(/[/?#]/, 1)[0]!
  const own = [env.origin, env.originOf.ja, env.originOf.zh].map(hostOf)
  if (named !== '' && named !== host && !own.includes(named)) return null
  const [, locale, rest = ''] = /^\/(ja|zh)(?![^/?#])(.*)$/.exec(bare.slice(named.length)) ?? []
  return isLocale(locale) ? publicPage(db, locale, rest.startsWith('/') ? rest : `/${rest}`) : null
}

/** Where a page of ours is found from anywhere. */
export const addressOf = ({ locale, target }: { locale: Locale; target: string }) => `${env.originOf[locale]}/${locale}${target}`
