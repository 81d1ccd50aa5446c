import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { countsByField, readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { FieldTree } from '#app/features/catalogue/ui/field-tree.tsx'
import { headOf } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { Wide } from '#app/ui/wide.tsx'

export async function loader({ params, context }: LoaderFunctionArgs) {
  context.share()
  localeOf(params)
  const [fields, counts] = await Promise.all([readFields(db), countsByField(db)])
  return { fields, counts: Object.fromEntries(counts) }
}

export const meta: MetaFunction<typeof loader> = (asked) => {
  const { t } = i18nOf[isLocale(asked.params.locale) ? asked.params.locale : 'ja']
  return headOf(asked, { title: t('catalogue:fieldsPage.title'), description: t('catalogue:fieldsPage.lead') })
}

export const handle = { shared: meta }

export default function Fields() {
  const { t } = useTranslation('catalogue')
  return (
    <Wide>
      <h1>{t('fieldsPage.title')}</h1>
      <p>{t('fieldsPage.lead')}</p>
      <FieldTree {...useLoaderData<typeof loader>()} deep />
    </Wide>
  )
}
