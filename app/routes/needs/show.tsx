import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { readPublicNeed } from '#app/features/inquiries/needs/public-needs.server.ts'
import { EndedNeed, NeedPage } from '#app/features/inquiries/needs/ui/need-page.tsx'
import { headOf, languagesOf } from '#app/platform/head.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const need = await readPublicNeed(db, params.slug ?? '')
  if (!need) missing()
  if (need === 'ended') return data({ need: null, fields: [] }, 410)
  context.count({ kind: 'view', language: locale, subjects: ['needs'] })
  return data({ need, fields: await readFields(db) })
}

export const meta: MetaFunction<typeof loader> = (asked) => {
  const locale = isLocale(asked.params.locale) ? asked.params.locale : 'ja'
  const { t } = i18nOf[locale]
  const need = asked.data?.need
  if (!need) return [{ title: t('needs:page.ended') }, { name: 'robots', content: 'noindex' }]
  const { title, region } = need
  const description = region ? t('needs:page.description', { where: t(`catalogue:regions.${region as 'CN-BJ'}`) }) : t('needs:page.descriptionPlain')
  return headOf(asked, { title: title[locale], description, type: 'article', languages: languagesOf(title), picture: `/share/needs/${asked.params.slug}.jpg` })
}

export const handle = { shared: meta }

export default function Need() {
  const { need, fields } = useLoaderData<typeof loader>()
  return need ? <NeedPage need={need} fields={fields} /> : <EndedNeed />
}
