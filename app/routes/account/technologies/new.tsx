import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { keepTyped } from '#app/features/accounts/continuing.server.ts'
import { readStart, start } from '#app/features/catalogue/revising/starting.server.ts'
import { StartPage } from '#app/features/catalogue/ui/editor/start-page.tsx'
import { localeOf } from '#app/platform/request.server.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => readStart(request, params)

export async function action({ request, params }: ActionFunctionArgs) {
  await keepTyped(request, localeOf(params))
  return start(request, params)
}

export default function NewTechnology() {
  return <StartPage {...useLoaderData<typeof loader>()} kept={useActionData<typeof action>() ?? { errors: {}, typed: {} }} />
}
