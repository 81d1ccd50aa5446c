import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { openDeskVersion } from '#app/features/projects/surveys/desk-open.server.ts'
import { VersionPage } from '#app/features/projects/surveys/ui/version-page.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { version, questionnaire, list, href } = await openDeskVersion(request, params)
  return { list, href, version: version.version, name: { ja: questionnaire.nameJa, zh: questionnaire.nameZh }, sections: version.sections, draft: version.publishedAt === null, edition: version.edition, refused: new URL(request.url).searchParams.get('refused') }
}

export default function Version() {
  return <VersionPage {...useLoaderData<typeof loader>()} />
}
