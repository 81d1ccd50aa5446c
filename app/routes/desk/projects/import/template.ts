import type { LoaderFunctionArgs } from '@remix-run/node'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { templateCsv } from '#app/features/projects/tables/importing.server.ts'
import { download } from '#app/platform/download.ts'
import { localeOf } from '#app/platform/request.server.ts'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  return download(templateCsv(locale), 'projects-template.csv', 'text/csv')
}
