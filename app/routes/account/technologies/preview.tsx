import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readPreview } from '#app/features/catalogue/revising/preview.server.ts'
import { PreviewBar } from '#app/features/catalogue/ui/editor/preview-bar.tsx'
import { PreviewCard } from '#app/features/catalogue/ui/editor/preview-card.tsx'
import { TechnologyPage } from '#app/features/catalogue/ui/technology-page.tsx'
import { i18nOf, isLocale } from '#app/platform/locale.ts'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('editor:preview.label') },
  { name: 'robots', content: 'noindex' },
]
export const headers = () => ({ 'Cache-Control': 'no-store' })
export const loader = ({ request, params }: LoaderFunctionArgs) => readPreview(request, params)

export default function Preview() {
  const { t } = useTranslation('editor')
  const { own, home, state, cards, ...page } = useLoaderData<typeof loader>()
  const next = state === 'draft' || state === 'returned' ? { href: `${home}/submission`, label: t('standing.toSubmission') } : null
  return (
    <>
      <PreviewBar own={own} back={home} next={next} />
      <PreviewCard cards={cards} />
      <TechnologyPage {...page} clipped={false} preview />
    </>
  )
}
