import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { viewsOf } from '#app/features/catalogue/card-view.ts'
import { readCompany, technologiesOf } from '#app/features/catalogue/data.server.ts'
import { addressAfterMerger } from '#app/features/catalogue/joining/firms.server.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { CompanyPage } from '#app/features/catalogue/ui/company-page.tsx'
import { projectsOfCompany } from '#app/features/projects/register.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'

export async function loader({ params, context }: LoaderFunctionArgs) {
  context.share()
  const locale = localeOf(params)
  const company = await readCompany(db, params.slug ?? '')
  if (!company) {
    const moved = await addressAfterMerger(db, params.slug ?? '')
    if (moved) throw redirect(`/${locale}/companies/${moved}`, 301)
    missing()
  }
  const [cards, fields, projects] = await Promise.all([technologiesOf(db, company.id), readFields(db), projectsOfCompany(db, company.id)])
  return {
    company: {
      id: company.id,
      name: { ja: company.nameJa, zh: company.nameZh, en: company.nameEn },
      profile: { ja: company.profileJa, zh: company.profileZh },
      reading: company.reading,
      formerNames: company.formerNames,
      kind: company.kind,
      prefecture: company.prefecture,
      size: company.size,
      site: company.site,
    },
    cards: viewsOf(cards, fields, locale),
    projects,
  }
}

export const meta: MetaFunction<typeof loader> = ({ data, params }) => {
  const locale = isLocale(params.locale) ? params.locale : 'ja'
  return [{ title: `${data ? named(data.company.name, locale).text : ''} | ${i18nOf[locale].t('shortName')}` }]
}

export default function Company() {
  return <CompanyPage {...useLoaderData<typeof loader>()} />
}
