import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { conceptAct, openConcept, readCarried } from '#app/features/catalogue/concept-desk.server.ts'
import { wordsForm } from '#app/features/catalogue/concept-form.ts'
import { conceptHistory, countListings } from '#app/features/catalogue/concepts.server.ts'
import { changeConcept } from '#app/features/catalogue/terminology.server.ts'
import { ConceptPage } from '#app/features/catalogue/ui/concept-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { concept } = await openConcept(request, params)
  const url = new URL(request.url)
  const [finds, changes] = await Promise.all([countListings(db, concept.id), conceptHistory(db, concept.id)])
  return { concept, finds, changes, carried: readCarried(url), done: url.searchParams.get('done') }
}

export const action = conceptAct(wordsForm, 'changed', (tx, clerk, id, { seen, ...words }) => changeConcept(tx, clerk, id, words, new Date(seen)))

export default function ShowConcept() {
  return <ConceptPage {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()} />
}
