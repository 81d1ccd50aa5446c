import type { ActionFunctionArgs } from '@remix-run/node'
import { keepCompany } from '#app/features/catalogue/revising/company-editing.server.ts'
import { missing } from '#app/platform/request.server.ts'

export const loader = () => missing()
export const action = ({ request, params }: ActionFunctionArgs) => keepCompany(request, params)
