import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { db, transact } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { draftVersion, readQuestionnaire } from '#app/features/projects/surveys/questionnaires.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

async function open(request: Request, params: { locale?: string; questionnaire?: string }) {
  const locale = localeOf(params)
  const clerk = await requireSecretary(request, locale)
  const { id } = (await readQuestionnaire(db, params.questionnaire ?? '')) ?? missing()
  return { clerk, id, href: `/${locale}/desk/surveys/questionnaires/${id}` }
}

export const loader = async ({ request, params }: LoaderFunctionArgs) => redirect((await open(request, params)).href)

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, id, href } = await open(request, params)
  const version = await transact((tx) => draftVersion(tx, clerk, id))
  return redirect(version ? `${href}/versions/${version}` : href)
}
