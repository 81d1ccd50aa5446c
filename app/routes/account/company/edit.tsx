import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { readCompanyEditor, writeCompany } from '#app/features/catalogue/revising/company-editing.server.ts'
import { CompanyEditorPage } from '#app/features/catalogue/ui/editor/company-editor.tsx'

export const loader = ({ request, params }: LoaderFunctionArgs) => readCompanyEditor(request, params)
export const action = ({ request, params }: ActionFunctionArgs) => writeCompany(request, params)

export default function EditCompany() {
  const { typed, ...loaded } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <CompanyEditorPage
      {...loaded}
      kept={refused ?? { errors: {}, typed }}
      edition={refused?.edition ?? loaded.edition}
      conflict={refused?.conflict ?? null}
      shut={refused?.shut ?? false}
    />
  )
}
