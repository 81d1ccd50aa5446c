import { redirect } from '@remix-run/node'
import type { Locale } from '#app/platform/locale.ts'
import { currentUser } from './gate.server.ts'

/** Pages whose typed text is carried over a sign-in. */
const CONTINUED = /^\/(ja|zh)\/account\/(technologies\/[\w-]+(\/edit\/[a-z]+)?|company)(\?company=[\w-]+)?$/
export const mayContinue = (to: string) => CONTINUED.test(to)

/**
 * For forms with much text: when the session ended while somebody wrote, the browser sends the same form on (307) to a
 * page that keeps it until its writer has signed in again. The gate comes after this as always.
 */
export async function keepTyped(request: Request, locale: Locale): Promise<void> {
  if (await currentUser(request)) return
  const { pathname, search } = new URL(request.url)
  throw redirect(`/${locale}/account/continuing?to=${encodeURIComponent(pathname + search)}`, 307)
}
