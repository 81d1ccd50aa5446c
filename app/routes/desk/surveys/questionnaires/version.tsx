import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openDeskVersion } from '#app/features/projects/surveys/desk-open.server.ts'
import { ways } from '#app/features/projects/surveys/ordering.ts'
import { VersionPage } from '#app/features/projects/surveys/ui/version-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { version, questionnaire, list, href } = await openDeskVersion(request, params)
  const search = new URL(request.url).searchParams
  const way = ways.find((one) => one === search.get('way'))
  return {
    list, href, version: version.version, name: { ja: questionnaire.nameJa, zh: questionnaire.nameZh }, sections: version.sections, draft: version.publishedAt === null, edition: version.edition,
    refused: search.get('refused'),
    moved: way ? { way, question: search.get('question'), section: search.get('section') } : null,
  }
}

export default function Version() {
  return <VersionPage {...useLoaderData<typeof loader>()} />
}
