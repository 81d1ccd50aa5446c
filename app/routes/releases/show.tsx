import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { privateHeaders } from '#app/features/inquiries/private-headers.ts'
import { openRelease } from '#app/features/inquiries/releasing/releases.server.ts'
import { formatDate, i18nOf, isLocale, type Locale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { DownloadHint } from '#app/ui/wechat.tsx'

export const headers = privateHeaders
export const meta: MetaFunction = ({ params }) => [{ title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('files:releases.receipt') }, { name: 'robots', content: 'noindex, nofollow' }]

/** What a link from a letter or a receipt opens: the name of the document and its download, or that the link is over. */
export async function loader({ params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const token = params.token ?? ''
  const release = await openRelease(db, token)
  return data(release && { name: release.name, expiresAt: release.expiresAt, file: `/${locale}/releases/${token}/file` }, release ? 200 : 410)
}

export default function Release() {
  const { t, i18n } = useTranslation('files')
  const release = useLoaderData<typeof loader>()
  if (!release) return <Sheet title={t('releases.expired.title')}>{t('releases.expired.text')}</Sheet>
  return (
    <Sheet title={release.name} lead={t('releases.receiptHint', { date: formatDate(release.expiresAt, i18n.language as Locale) })}>
      <DownloadHint />
      <p>
        <LinkButton href={release.file}>{t('show.download')}</LinkButton>
      </p>
    </Sheet>
  )
}
