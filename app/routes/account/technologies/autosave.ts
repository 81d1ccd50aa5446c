import type { ActionFunctionArgs } from '@remix-run/node'
import { keepSection } from '#app/features/catalogue/revising/editing.server.ts'
import { missing } from '#app/platform/request.server.ts'

export const loader = () => missing()
export const action = ({ request, params }: ActionFunctionArgs) => keepSection(request, params)
