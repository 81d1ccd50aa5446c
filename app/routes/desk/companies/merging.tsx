import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireManager } from '#app/features/accounts/gate.server.ts'
import { mergeCompanies, namesTakenOver, whatMoves } from '#app/features/catalogue/joining/company-merging.server.ts'
import { isPresent } from '#app/features/catalogue/joining/deciding.server.ts'
import { readFirm, searchFirms } from '#app/features/catalogue/joining/firms.server.ts'
import { targetForm } from '#app/features/catalogue/joining/form.ts'
import { openFirm, wordsOf } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { FirmMerger } from '#app/features/catalogue/joining/ui/firm-merger.tsx'
import { firmNameIn } from '#app/features/catalogue/joining/ui/firm-name.tsx'
import { FirmSearch } from '#app/features/catalogue/joining/ui/firm-search.tsx'
import { RefusalNotice } from '#app/features/catalogue/joining/ui/refusal-notice.tsx'
import { readForm } from '#app/platform/form.server.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireManager(request, locale)
  const { firm, href } = await openFirm(request, params)
  if (firm.into) missing()
  const url = new URL(request.url)
  const q = wordsOf(url)
  const id = url.searchParams.get('into') ?? ''
  const into = id && id !== firm.company.id && (await isPresent(db, id)) ? await readFirm(db, id) : null
  const found = q ? (await searchFirms(db, q, 1)).firms.filter((one) => one.state !== 'merged' && one.id !== firm.company.id) : null
  const chosen = into && { company: into.company, moves: await whatMoves(db, firm.company.id), names: namesTakenOver(firm.company, into.company) }
  return { href, name: firmNameIn(firm.name, locale), q, found, chosen }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const manager = await requireManager(request, locale)
  const { firm } = await openFirm(request, params)
  const read = await readForm(request, targetForm)
  if (!read.ok) throw new Response(null, { status: 400 })
  const merged = await transact((tx) => mergeCompanies(tx, manager, firm.company.id, read.value.into))
  return merged.ok ? redirect(`/${locale}/desk/companies/${read.value.into}`, 303) : data(merged, 409)
}

export default function MergingFirms() {
  const { t } = useTranslation('joining')
  const { href, name, q, found, chosen } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('firmMerging.title')} lead={t('firmMerging.lead')} back={{ href, label: name }}>
      <RefusalNotice refused={useActionData<typeof action>()?.reason} />
      {chosen ? <FirmMerger {...chosen} /> : <FirmSearch q={q} found={found} />}
    </Sheet>
  )
}
