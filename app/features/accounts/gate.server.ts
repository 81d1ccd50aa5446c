import { redirect } from '@remix-run/node'
import type { Locale } from '#app/platform/locale.ts'
import { sessionPerson, type Person } from './lucia.server.ts'

declare const proof: unique symbol
type Proven<As extends string> = Person & { readonly [proof]: Record<As, true> }

/** Somebody of the office, secretary or manager. Only this file can make one; writes for staff ask for it. */
export type Secretary = Proven<'secretary'>
export type Manager = Proven<'secretary' | 'manager'>
export type { Person }

/** Who is signed in, or null. */
export const currentUser = (request: Request): Promise<Person | null> => sessionPerson(request)

/** Lets staff through; everybody else is led to the sign-in and back to where they were going. */
export async function requireSecretary(request: Request, locale: Locale): Promise<Secretary> {
  const person = await currentUser(request)
  if (!person) throw redirect(`/${locale}/account/sign-in?next=${encodeURIComponent(wayBack(request, locale))}`)
  if (person.role !== 'secretary' && person.role !== 'manager') throw new Response(null, { status: 403 })
  return person as Secretary
}

export async function requireManager(request: Request, locale: Locale): Promise<Manager> {
  const person = await requireSecretary(request, locale)
  if (person.role !== 'manager') throw new Response(null, { status: 403 })
  return person as Manager
}

/** A form cannot be sent again by following a link: its sender comes back to the desk. */
function wayBack(request: Request, locale: Locale): string {
  if (request.method !== 'GET') return `/${locale}/desk`
  const { pathname, search } = new URL(request.url)
  return pathname + search
}
