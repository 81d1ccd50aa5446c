import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { agingListings, confirmListings } from '#app/features/catalogue/revising/confirming.server.ts'
import { freshUntil } from '#app/features/catalogue/revising/freshness.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { AgingForm } from '#app/features/catalogue/ui/aging-form.tsx'
import { today } from '#app/platform/clock.ts'
import { formData } from '#app/platform/form.server.ts'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { companyId } = await requireRegistrant(request, localeOf(params))
  const done = new URL(request.url).searchParams.get('done')
  return { aging: await agingListings(db, companyId), fields: await readFields(db), done: done && Number(done), until: freshUntil(today()) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const person = await requireRegistrant(request, locale)
  const ids = (await formData(request)).getAll('technology').map(String)
  const n = await transact((tx) => confirmListings(tx, person.id, person.companyId, ids))
  return redirect(`/${locale}/account/confirmation?done=${n}`, 303)
}

export default function Confirmation() {
  const { t, i18n } = useTranslation('freshness')
  const locale = i18n.language as Locale
  const { aging, fields, done, until } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t(aging.length > 0 || done ? 'title' : 'noneTitle')} back={{ href: `/${locale}/account` }}>
      {done !== null && (
        <Notice tone={done ? undefined : 'waiting'} role="status">
          <p>{done ? t('done', { n: done, date: formatDate(until, locale) }) : t('nothingDone')}</p>
        </Notice>
      )}
      <p>{t(aging.length > 0 ? 'lead' : 'none')}</p>
      {aging.length > 0 && <AgingForm aging={aging} fields={fields} />}
    </Sheet>
  )
}
