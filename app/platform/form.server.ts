import { parseWithZod } from '@conform-to/zod/v4'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { z } from 'zod'
import { hours, minutes, now } from './clock.ts'
import { env } from './env.server.ts'
import { isSigned, sign } from './secrets.server.ts'

/** What a page shows again after a refused form: keys of messages per field, and what was typed. */
export interface FormState {
  errors: Record<string, string[]>
  typed: Record<string, string | string[]>
}
export type Read<T> = { ok: true; value: T } | ({ ok: false } & FormState)

const MAX_FORM_BYTES = 512 * 1024
const UNKEPT = /password|^_/

/** Reads a form against a Zod shape whose messages are keys in the locales. Nothing typed is lost. */
export async function readForm<S extends z.ZodType>(request: Request, shape: S): Promise<Read<z.output<S>>> {
  return judgeForm(await formData(request), shape)
}

/** As `readForm`, for a form that was read already. */
export function judgeForm<S extends z.ZodType>(data: FormData, shape: S): Read<z.output<S>> {
  const submission = parseWithZod(data, { schema: shape })
  if (submission.status === 'success') return { ok: true, value: submission.value }
  return { ok: false, errors: (submission.error ?? {}) as Record<string, string[]>, typed: typedOf(data) }
}

/** A form that is well-shaped but refused by a rule (`at` is a field's name, or '' for the whole form). */
export function refuse(data: FormData, at: string, key: string): { ok: false } & FormState {
  return { ok: false, errors: { [at]: [key] }, typed: typedOf(data) }
}

const bodies = new WeakMap<Request, Promise<FormData>>()

/** The request's form, read once however often it is asked for. One that ends before its end, as when a line breaks, is none at all: nothing may be stored from it. */
export function formData(request: Request): Promise<FormData> {
  let body = bodies.get(request)
  if (!body) {
    if (Number(request.headers.get('content-length') ?? 0) > MAX_FORM_BYTES) throw new Response(null, { status: 413 })
    bodies.set(request, (body = request.formData().catch(() => unread(request))))
  }
  return body
}

const FORMS = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i
function unread(request: Request): FormData {
  if (FORMS.test(request.headers.get('content-type') ?? '')) throw new Response(null, { status: 400 })
  return new FormData()
}

export function typedOf(data: FormData): Record<string, string | string[]> {
  const typed: Record<string, string | string[]> = {}
  for (const name of new Set(data.keys())) {
    if (UNKEPT.test(name)) continue
    const all = data.getAll(name).filter((value): value is string => typeof value === 'string')
    typed[name] = all.length > 1 ? all : (all[0] ?? '')
  }
  return typed
}

const TOO_FAST = 3_000
const TOO_OLD = hours(12)

/** Hidden fields of a public form: when it was shown, and one key per showing. */
export function formSeal(): { _shown: string; _key: string } {
  const shown = String(now().getTime())
  const key = crypto.randomUUID()
  return { _shown: `${shown}.${sign('form', `${shown}.${key}`)}`, _key: key }
}

/** `fast`: sent sooner than a person types; `old`: to be signed anew; `forged`: not from our page. */
export function readSeal(data: FormData): 'good' | 'fast' | 'old' | 'forged' {
  const [shown = '', signature = ''] = String(data.get('_shown') ?? '').split('.')
  if (!isSigned('form', `${shown}.${String(data.get('_key') ?? '')}`, signature)) return 'forged'
  const age = now().getTime() - Number(shown)
  return age < TOO_FAST ? 'fast' : age > TOO_OLD ? 'old' : 'good'
}

/** A limit of so many within a time, by key; counts in memory, per server. */
export function limit(points: number, perMs: number) {
  const limiter = new RateLimiterMemory({ points, duration: Math.ceil(perMs / 1000) })
  return async (key: string): Promise<boolean> => {
    try {
      await limiter.consume(key)
      return true
    } catch {
      return false
    }
  }
}

const signInsPerAddress = limit(30, minutes(15))
export const mayTrySignIn = (address: string) => signInsPerAddress(address)

const inquiriesPerAddress = limit(env.inquiriesPerHour, hours(1))
export const mayInquire = (address: string) => inquiriesPerAddress(address)
