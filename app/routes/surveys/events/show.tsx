import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deviceCookies } from '#app/features/projects/surveys/events.server.ts'
import { openEvent } from '#app/features/projects/surveys/event-page.server.ts'
import { mayAnswer, overview } from '#app/features/projects/surveys/stepping.server.ts'
import { formatDate, isLocale, type Locale } from '#app/platform/locale.ts'
import { formData, formSeal, readSeal } from '#app/platform/form.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Seal, Trap } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
export const meta: MetaFunction<typeof loader> = ({ data, params }) => [{ title: data?.name[isLocale(params.locale) ? params.locale : 'ja'] ?? '' }]

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { event, device, response, open, sections, saved, href } = await openEvent(request, params)
  const { round } = event
  const next = overview(sections, saved).find((step) => !step.done)
  return {
    href, open, closesOn: round.closesOn, known: device !== null, released: round.releasedAt !== null, seal: formSeal(),
    name: { ja: round.nameJa, zh: round.nameZh },
    finished: response?.finishedAt != null,
    next: next ? `${href}/steps/${next.key}` : `${href}/review`,
    lost: new URL(request.url).searchParams.has('lost'),
  }
}

/** Begins on this device. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const { event, device, open, sections, saved, href } = await openEvent(request, params)
  const form = await formData(request)
  if (!open || form.get('company_site') || readSeal(form) === 'forged') return redirect(href, 303)
  if (!(await mayAnswer(context.address))) throw new Response(null, { status: 429 })
  const first = overview(sections, saved)[0]
  const headers = new Headers()
  if (!device) for (const cookie of deviceCookies(event.round.id, event.round.slug!)) headers.append('Set-Cookie', cookie)
  return redirect(first ? `${href}/steps/${first.key}` : href, { status: 303, headers })
}

export default function EventSurvey() {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  const { href, open, name, closesOn, known, finished, released, next, lost, seal } = useLoaderData<typeof loader>()
  return (
    <Sheet title={name[locale]}>
      {lost && (
        <Notice tone="waiting" role="alert">
          <p>{t('event.noCookie')}</p>
        </Notice>
      )}
      {finished && (
        <Notice role="status">
          <p>{t('event.thanks')}</p>
        </Notice>
      )}
      {open ? (
        <>
          <p>{t('page.until', { date: formatDate(closesOn, locale) })}</p>
          <p>{t('event.lead')}</p>
          {known ? (
            <LinkButton wide href={next}>
              {t('event.continue')}
            </LinkButton>
          ) : (
            <form method="post">
              <Seal seal={seal} />
              <Trap name="company_site" />
              <Button wide>{t('event.begin')}</Button>
            </form>
          )}
        </>
      ) : (
        <p>{t('event.closed')}</p>
      )}
      {!open && <p>{released ? <a href={`${href}/results`}>{t('event.results')}</a> : t('event.resultsLater')}</p>}
    </Sheet>
  )
}
