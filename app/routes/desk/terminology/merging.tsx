import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { conceptAct, openConcept } from '#app/features/catalogue/concept-desk.server.ts'
import { mergerForm } from '#app/features/catalogue/concept-form.ts'
import { listConcepts, readConcept } from '#app/features/catalogue/concepts.server.ts'
import { mergeConcepts } from '#app/features/catalogue/terminology.server.ts'
import { joined } from '#app/features/catalogue/terms.ts'
import { ConceptAct } from '#app/features/catalogue/ui/concept-act.tsx'
import { Merger, MergerSearch } from '#app/features/catalogue/ui/merger.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { concept } = await openConcept(request, params)
  const { searchParams } = new URL(request.url)
  const word = (searchParams.get('word') ?? '').trim().slice(0, 100)
  const into = await readConcept(db, searchParams.get('into') ?? '')
  const found = word ? await listConcepts(db, { word, state: 'enabled', page: 1 }) : null
  return {
    concept,
    word,
    chosen: into?.enabled && into.id !== concept.id ? { into, result: joined(into, concept) } : null,
    candidates: found?.concepts.filter((one) => one.id !== concept.id) ?? null,
  }
}

export const action = conceptAct(mergerForm, 'merged', (tx, clerk, id, { into }) => mergeConcepts(tx, clerk, id, into))

export default function Merging() {
  const { concept, word, chosen, candidates } = useLoaderData<typeof loader>()
  return (
    <ConceptAct act="merging" concept={concept} refused={useActionData<typeof action>()}>
      {chosen ? <Merger {...chosen} /> : <MergerSearch word={word} candidates={candidates} />}
    </ConceptAct>
  )
}
