import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { db, transact, type Writer } from '#db/index.ts'
import { requireSecretary, type Secretary } from '#app/features/accounts/gate.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { readAsked, savedOf, type Asked } from './answering.server.ts'
import { readVersion } from './questionnaires.server.ts'
import { refused, type Done } from './refusals.ts'
import { readRound, type Round } from './rounds.server.ts'

type Params = { locale?: string; round?: string; recipient?: string; questionnaire?: string; version?: string }

export async function openDeskRound(request: Request, params: Params) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const found = (await readRound(db, params.round ?? '')) ?? missing()
  return { locale, clerk, ...found, href: `/${locale}/desk/surveys/${found.round.id}` }
}

export async function openDeskRecipient(request: Request, params: Params) {
  const opened = await openDeskRound(request, params)
  const asked = await readAsked(db, params.recipient ?? '')
  if (asked?.recipient.roundId !== opened.round.id) missing()
  return { ...opened, asked, saved: savedOf(asked.response), sections: asked.version.sections, recipientHref: `${opened.href}/recipients/${asked.recipient.id}` }
}

export async function openDeskVersion(request: Request, params: Params) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const found = (await readVersion(db, params.questionnaire ?? '', Number(params.version) || 0)) ?? missing()
  const list = `/${locale}/desk/surveys/questionnaires/${found.questionnaire.id}`
  return { locale, clerk, ...found, list, href: `${list}/versions/${found.version.version}` }
}

/** Opened by itself, the address of an act leads to what it acts on. */
export const toRound = async ({ request, params }: LoaderFunctionArgs) => redirect((await openDeskRound(request, params)).href)
export const toRecipient = async ({ request, params }: LoaderFunctionArgs) => redirect((await openDeskRecipient(request, params)).recipientHref)

/** One click about a party of a round that is open; a refusal is told on its page. */
export const recipientAct =
  (act: (tx: Writer, clerk: Secretary, round: Round, asked: Asked) => Promise<Done>) =>
  async ({ request, params }: ActionFunctionArgs) => {
    const { clerk, round, asked, recipientHref } = await openDeskRecipient(request, params)
    const done = round.state === 'open' ? await transact((tx) => act(tx, clerk, round, asked)) : refused('closed')
    return redirect(done.ok ? recipientHref : `${recipientHref}?refused=${done.reason}`)
  }

/** One click about a whole round. */
export const roundAct =
  (act: (tx: Writer, clerk: Secretary, round: Round) => Promise<Done>) =>
  async ({ request, params }: ActionFunctionArgs) => {
    const { clerk, round, href } = await openDeskRound(request, params)
    const done = await transact((tx) => act(tx, clerk, round))
    return redirect(done.ok ? href : `${href}?refused=${done.reason}`)
  }
