import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { agingListings, confirmListings, mayConfirm } from '#app/features/catalogue/revising/confirming.server.ts'
import { freshUntil } from '#app/features/catalogue/revising/freshness.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { nameOfCompany } from '#app/features/catalogue/firm-listings.server.ts'
import { AgingForm } from '#app/features/catalogue/ui/aging-form.tsx'
import { today } from '#app/platform/clock.ts'
import { formData } from '#app/platform/form.server.ts'
import { readLink } from '#app/platform/links.server.ts'
import { formatDate, i18nOf, isLocale, type Locale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { once } from '#app/platform/submissions.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex, nofollow' })
export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('freshness:title') },
  { name: 'robots', content: 'noindex, nofollow' },
]

/** The firm that the link of a letter speaks for. */
async function openFirm(params: { token?: string }) {
  const link = await readLink(db, 'still-correct', params.token ?? '')
  const company = link && (await nameOfCompany(db, link.subject))
  if (!company) missing()
  return company
}

export async function loader({ request, params }: LoaderFunctionArgs) {
  localeOf(params)
  const { id, name } = await openFirm(params)
  const done = new URL(request.url).searchParams.get('done')
  return { company: name, aging: await agingListings(db, id), fields: await readFields(db), done: done && Number(done), until: freshUntil(today()) }
}

/** Mail scanners follow links: only sending the form changes something. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const { id } = await openFirm(params)
  if (!(await mayConfirm(context.address))) return data({ refused: 'tooOften' as const }, 429)
  const chosen = new Set((await formData(request)).getAll('technology'))
  const ids = (await agingListings(db, id)).map((one) => one.id).filter((one) => chosen.has(one))
  const { n } = await transact((tx) => once(tx, request, async () => ({ ok: true, n: await confirmListings(tx, 'firm', id, ids) })))
  return redirect(`/${locale}/confirmations/${params.token}?done=${n}`, 303)
}

export default function Confirmation() {
  const { t, i18n } = useTranslation('freshness')
  const locale = i18n.language as Locale
  const { company, aging, fields, done, until } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()?.refused
  return (
    <Sheet title={t(aging.length > 0 || done ? 'title' : 'noneTitle')} lead={t('firm', { company: named(company, locale).text })}>
      {refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(refused)}</p>
        </Notice>
      )}
      {done !== null && (
        <Notice tone={done ? undefined : 'waiting'} role="status">
          <p>{done ? t('done', { n: done, date: formatDate(until, locale) }) : t('nothingDone')}</p>
        </Notice>
      )}
      <p>{t(aging.length > 0 ? 'lead' : 'none')}</p>
      {aging.length > 0 && <AgingForm aging={aging} fields={fields} />}
      <p>{t('change')}</p>
      <p>
        <LinkButton tone="quiet" href={`/${locale}/account`}>
          {t('signIn')}
        </LinkButton>
      </p>
    </Sheet>
  )
}
