import type { LoaderFunctionArgs } from '@remix-run/node'
import { drawDiagram } from '#app/features/catalogue/diagram.ts'
import { missing } from '#app/platform/request.server.ts'

/** The drawn picture of a technology without a photograph. Its address says all it depends on, so it never changes. */
export function loader({ params }: LoaderFunctionArgs) {
  const seed = /^([a-z0-9-]{1,64})\.svg$/.exec(params.file ?? '')?.[1]
  const field = params.field ?? ''
  if (!seed || !/^[a-z0-9-]{1,64}$/.test(field)) missing()
  return new Response(drawDiagram({ field, seed }), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'public, max-age=31536000, immutable' },
  })
}
