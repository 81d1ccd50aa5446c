import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { listCompanies } from '#app/features/catalogue/companies.server.ts'
import { readSearch, writeSearch } from '#app/features/catalogue/form.ts'
import { drawOrder } from '#app/features/catalogue/ordering.ts'
import { CompanyList } from '#app/features/catalogue/ui/company-list.tsx'
import { headOf } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Pager } from '#app/ui/pager.tsx'
import { Wide } from '#app/ui/wide.tsx'

const PAGE = 40

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  context.share()
  localeOf(params)
  const { page, order = drawOrder() } = readSearch(new URL(request.url))
  return { ...(await listCompanies(db, order, page, PAGE)), order, page }
}

export const meta: MetaFunction<typeof loader> = (asked) => {
  const { t } = i18nOf[isLocale(asked.params.locale) ? asked.params.locale : 'ja']
  return headOf(asked, { title: t('catalogue:company.title') })
}

export const handle = { shared: meta }

export default function Companies() {
  const { t, i18n } = useTranslation('catalogue')
  const { items, total, order, page } = useLoaderData<typeof loader>()
  return (
    <Wide>
      <h1>{t('company.title')}</h1>
      <p>
        {t('company.total', { n: total })}
        {'　'}
        {t('list.order.label')}: {t(`list.order.${order}`)}
      </p>
      <CompanyList items={items} />
      <Pager page={page} pages={Math.ceil(total / PAGE)} href={(to) => `/${i18n.language}/companies${writeSearch({ order, page: to })}`} />
    </Wide>
  )
}
