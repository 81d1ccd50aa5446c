import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { namesOfTechnologies } from '#app/features/catalogue/naming.server.ts'
import { addClip, clipsCookie, MOST_ASKED, readClips, removeClip } from '#app/features/inquiries/clips.ts'
import { useReading } from '#app/features/inquiries/ui/reading.ts'
import { TechnologyNames } from '#app/features/inquiries/ui/technology-names.tsx'
import { formData } from '#app/platform/form.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { localeOf, readCookie } from '#app/platform/request.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = () => ({ 'Cache-Control': 'no-store' })
export const meta: MetaFunction = ({ params }) => [{ title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('inquiries:clips.title') }]

export async function loader({ request }: LoaderFunctionArgs) {
  const technologies = await namesOfTechnologies(db, { slugs: readClips(readCookie(request, 'clips')) })
  const full = new URL(request.url).searchParams.has('full')
  return { full, technologies: technologies.map(({ slug, name, company }) => ({ slug, name, company: { name: company.name } })) }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const locale = localeOf(params)
  const sent = await formData(request)
  const before = readClips(readCookie(request, 'clips'))
  const added = String(sent.get('add') ?? '')
  const after = added ? addClip(before, added) : removeClip(before, String(sent.get('remove') ?? ''))
  const list = `/${locale}/clips`
  const back = String(sent.get('back') ?? '')
  const full = added && !after.includes(added)
  // Only a path of our own is a way back; anything else could lead astray.
  const to = full ? `${list}?full=1` : /^\/(?![/\\])/.test(back) ? back : list
  return redirect(to, { headers: { 'Set-Cookie': clipsCookie(after) } })
}

export default function Clips() {
  const { t } = useTranslation(['inquiries', 'flyers'])
  const locale = useReading()
  const { technologies, full } = useLoaderData<typeof loader>()
  if (technologies.length === 0) {
    return (
      <Sheet title={t('clips.title')}>
        <p>{t('clips.empty')}</p>
        <LinkButton href={`/${locale}/technologies`}>{t('clips.search')}</LinkButton>
      </Sheet>
    )
  }
  return (
    <Sheet title={t('clips.title')} lead={t('clips.lead')}>
      {full && (
        <Notice tone="waiting" role="alert">
          <p>{t('clips.full')}</p>
        </Notice>
      )}
      <TechnologyNames
        technologies={technologies}
        beside={({ slug }) => (
          <form method="post">
            <input type="hidden" name="remove" value={slug} />
            <Button tone="quiet">{t('clips.remove')}</Button>
          </form>
        )}
      />
      <LinkButton wide href={`/${locale}/inquiries/new?clips=1`}>
        {t('clips.ask')}
      </LinkButton>
      {technologies.length > MOST_ASKED && <p>{t('clips.firstFive')}</p>}
      <LinkButton wide tone="quiet" href={`/${locale}/collections/new`}>
        {t('flyers:collection.make')}
      </LinkButton>
    </Sheet>
  )
}
