import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { PAGE, searchNeeds } from '#app/features/inquiries/needs/public-needs.server.ts'
import { readNeedSearch, writeNeedSearch } from '#app/features/inquiries/needs/search-form.ts'
import { NeedFilters, NeedList } from '#app/features/inquiries/needs/ui/need-list.tsx'
import { headOf } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Wide } from '#app/ui/wide.tsx'

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const search = readNeedSearch(new URL(request.url))
  const [found, fields] = await Promise.all([searchNeeds(db, search), readFields(db)])
  context.count({ kind: 'view', language: locale, subjects: ['needs'] })
  return { search, found, fields, pages: Math.ceil(found.total / PAGE) }
}

export const meta: MetaFunction<typeof loader> = (asked) => {
  const { t } = i18nOf[isLocale(asked.params.locale) ? asked.params.locale : 'ja']
  return headOf(asked, { title: t('needs:list.title'), description: t('needs:list.lead') })
}

export const handle = { shared: meta, query: ['q', 'field'] }

export default function Needs() {
  const { t, i18n } = useTranslation('needs')
  const { search, found, fields, pages } = useLoaderData<typeof loader>()
  const home = `/${i18n.language}/needs`
  const narrowed = search.q !== '' || Boolean(search.field)
  return (
    <Wide>
      <h1>{t('list.title')}</h1>
      <p>{t('list.lead')}</p>
      <p>
        <LinkButton href={`${home}/new`}>{t('list.own')}</LinkButton>
      </p>
      {(found.published > 0 || narrowed) && <NeedFilters search={search} counts={found.fields} fields={fields} />}
      {narrowed && (
        <p role="status">
          {t('list.total', { n: found.total })} <a href={home}>{t('list.clear')}</a>
        </p>
      )}
      {found.items.length > 0 ? <NeedList items={found.items} fields={fields} /> : <p>{t(narrowed ? 'list.noneFound' : 'list.none')}</p>}
      <Pager page={search.page} pages={pages} href={(page) => `${home}${writeNeedSearch({ ...search, page })}`} />
    </Wide>
  )
}
