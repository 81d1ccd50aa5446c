import { redirect, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { db } from '#db/index.ts'
import { viewsOf } from '#app/features/catalogue/card-view.ts'
import { readCompany, technologiesOf } from '#app/features/catalogue/data.server.ts'
import { addressAfterMerger } from '#app/features/catalogue/joining/firms.server.ts'
import { companyHead } from '#app/features/catalogue/heads.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { CompanyPage } from '#app/features/catalogue/ui/company-page.tsx'
import { projectsOfCompany } from '#app/features/projects/register.server.ts'
import { headOf } from '#app/platform/head.ts'
import { isLocale } from '#app/platform/locale.ts'
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
      slug: company.slug,
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
    flyer: `/${locale}/companies/${company.slug}/flyer`,
  }
}

export const meta: MetaFunction<typeof loader> = (asked) => headOf(asked, asked.data && companyHead(asked.data, isLocale(asked.params.locale) ? asked.params.locale : 'ja'))

export const handle = { shared: meta }

export default function Company() {
  return <CompanyPage {...useLoaderData<typeof loader>()} />
}
