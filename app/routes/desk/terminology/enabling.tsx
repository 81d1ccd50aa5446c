import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { conceptAct, openConcept } from '#app/features/catalogue/concept-desk.server.ts'
import { bareForm } from '#app/features/catalogue/concept-form.ts'
import { enableConcept } from '#app/features/catalogue/terminology.server.ts'
import { ConceptAct } from '#app/features/catalogue/ui/concept-act.tsx'
import { Button } from '#app/ui/button.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { concept } = await openConcept(request, params)
  return { concept }
}

export const action = conceptAct(bareForm, 'enabled', enableConcept)

export default function Enabling() {
  const { t } = useTranslation('terminology')
  const { concept } = useLoaderData<typeof loader>()
  return (
    <ConceptAct act="enabling" concept={concept} refused={useActionData<typeof action>()}>
      <form method="post">
        <Button>{t('enabling.send')}</Button>
      </form>
    </ConceptAct>
  )
}
