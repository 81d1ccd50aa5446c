import { redirect } from '@remix-run/node'
import { db } from '#db/index.ts'
import type { Locale } from '#app/platform/locale.ts'
import { isDemoDatabase } from './demo.server.ts'
import { sessionPerson, type Person } from './lucia.server.ts'

declare const proof: unique symbol
type Proven<As extends string> = Person & { readonly [proof]: Record<As, true> }

/** Anybody who is signed in, for what concerns the own account only. */
export type Holder = Proven<'holder'>
/** Somebody of a firm that the office has let in. */
export type Registrant = Proven<'holder' | 'registrant'> & { companyId: string }

/** Somebody of the office, secretary or manager. Only this file can make one; writes for staff ask for it. */
export type Secretary = Proven<'holder' | 'secretary'>
export type Manager = Proven<'holder' | 'secretary' | 'manager'>
/** Who may change what one firm says: its own people, and the office in its place. */
export type Editor = { readonly [proof]: { editor: true }; person: Person; companyId: string; office: boolean }
export type { Person }

/** Who is signed in, or null. */
export const currentUser = (request: Request): Promise<Person | null> => sessionPerson(request)

/** Lets anybody through who is signed in; everybody else is led to the sign-in and back to where they were going. */
export async function requireHolder(request: Request, locale: Locale): Promise<Holder> {
  const person = await currentUser(request)
  if (!person) throw redirect(`/${locale}/account/sign-in?next=${encodeURIComponent(wayBack(request, locale))}`)
  return person as Holder
}

/** Lets staff through who have a second step; everybody else is led to the sign-in, or to setting it up, and back. */
export async function requireSecretary(request: Request, locale: Locale): Promise<Secretary> {
  const person = await requireHolder(request, locale)
  if (person.role !== 'secretary' && person.role !== 'manager') throw new Response(null, { status: 403 })
  await requireSecondStep(request, locale, person)
  return person as unknown as Secretary
}

export async function requireManager(request: Request, locale: Locale): Promise<Manager> {
  const person = await requireSecretary(request, locale)
  if (person.role !== 'manager') throw new Response(null, { status: 403 })
  return person as Manager
}

/** Lets people of an approved firm through; a registrant whose firm still waits is led to the page that says so. */
export async function requireRegistrant(request: Request, locale: Locale): Promise<Registrant> {
  const person = await requireHolder(request, locale)
  if (person.role === 'registrant' && !person.companyId && request.method === 'GET') throw redirect(`/${locale}/account/waiting`)
  if (person.role !== 'registrant' || !person.companyId) throw new Response(null, { status: 403 })
  return person as Registrant
}

/**
 * Lets those through who may change what this firm says. To everybody else a firm's things are as if they were not
 * there; `companyId` is null where the address names nothing.
 */
export async function requireEditor(request: Request, locale: Locale, companyId: string | null): Promise<Editor> {
  const person = await requireHolder(request, locale)
  const office = person.role === 'secretary' || person.role === 'manager'
  if (companyId === null || (!office && person.companyId !== companyId)) throw new Response(null, { status: 404 })
  if (office) await requireSecondStep(request, locale, person)
  return { person, companyId, office } as unknown as Editor
}

/** Staff see other people's contacts: a password alone does not do, but for trying a demo out. */
async function requireSecondStep(request: Request, locale: Locale, person: Person): Promise<void> {
  if (person.totpSince || (await isDemoDatabase(db))) return
  throw redirect(`/${locale}/account/security/two-step?next=${encodeURIComponent(wayBack(request, locale))}`)
}

/** A form cannot be sent again by following a link: its sender comes back to the desk or the account. */
function wayBack(request: Request, locale: Locale): string {
  const { pathname, search } = new URL(request.url)
  if (request.method !== 'GET') return `/${locale}/${pathname.split('/')[2] === 'account' ? 'account' : 'desk'}`
  return pathname + search
}
