import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { db, transact } from '#db/index.ts'
import { documentResponse, readFileRow } from '#app/features/catalogue/files/store.server.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { countDownload, openRelease } from '#app/features/inquiries/releasing/releases.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

/** The released document itself. A link that is over leads to the page that says so. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const release = await openRelease(db, params.token ?? '')
  if (!release) return redirect(`/${locale}/releases/${params.token}`)
  const file = await readFileRow(db, release.hash)
  const response = file && (await documentResponse(request, { file: file.hash, name: release.name, kind: file.kind }, privateHeaders()['Cache-Control']))
  if (!response) missing()
  response.headers.set('X-Robots-Tag', 'noindex, nofollow')
  if (request.method === 'GET') await transact((tx) => countDownload(tx, release))
  return response
}
