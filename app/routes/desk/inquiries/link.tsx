import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { readAnswerLink } from '#app/features/inquiries/conversation/answer-link.server.ts'
import { openDeskApproach } from '#app/features/inquiries/desk-act.server.ts'
import { isAlive } from '#app/features/inquiries/stages.ts'
import styles from '#app/features/inquiries/ui/case-page.module.css'
import { useReading } from '#app/features/inquiries/ui/reading.ts'
import { formatDate } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, approach, href } = await openDeskApproach(request, params)
  return { href, ticket: inquiry.ticket, at: `${href}/approaches/${approach.id}/link`, alive: isAlive(approach.stage), link: await readAnswerLink(db, approach) }
}

/** The firm's private page from the desk's side. Its address is never shown here: it travels in the firm's letters only. */
export default function Link() {
  const { t } = useTranslation('conversation')
  const locale = useReading()
  const { href, ticket, at, alive, link } = useLoaderData<typeof loader>()
  return (
    <Sheet title={t('link.title')} lead={t('link.lead')} back={{ href, label: ticket }}>
      <Notice tone={link.state === 'open' ? undefined : 'waiting'}>
        <p>{t(`link.state.${link.state}`, { date: link.expiresAt ? formatDate(link.expiresAt, locale) : '' })}</p>
      </Notice>
      {alive && !link.reachable && <p>{t('link.unreachable')}</p>}
      <p className={styles.acts}>
        {alive && link.reachable && <LinkButton href={`${at}/renewal`}>{t('link.resend')}</LinkButton>}
        {link.state === 'open' && (
          <LinkButton tone="harm" href={`${at}/revocation`}>
            {t('link.revoke')}
          </LinkButton>
        )}
      </p>
    </Sheet>
  )
}
