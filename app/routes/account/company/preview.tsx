import type { MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readCompanyPreview } from '#app/features/catalogue/revising/company-act.server.ts'
import { CompanyPage } from '#app/features/catalogue/ui/company-page.tsx'
import { PreviewBar } from '#app/features/catalogue/ui/editor/preview-bar.tsx'
import { i18nOf, isLocale } from '#app/platform/locale.ts'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('editor:preview.label') },
  { name: 'robots', content: 'noindex' },
]
export const headers = () => ({ 'Cache-Control': 'no-store' })
export const loader = readCompanyPreview

export default function CompanyPreview() {
  const { own, home, ...page } = useLoaderData<typeof loader>()
  return (
    <>
      <PreviewBar own={own} back={home} next={null} />
      <CompanyPage {...page} />
    </>
  )
}
