import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { ApproachAct, CaseAct } from '../acts.ts'
import type { ActRefused } from '../desk-act.server.ts'

interface ActPageProps {
  act: CaseAct | ApproachAct
  ticket: string
  href: string
  lead: string
  refused: ActRefused | undefined
  children: ReactNode
}

/** One act of the desk on a page of its own: what it does, why it was refused, its form. */
export function ActPage({ act, ticket, href, lead, refused, children }: ActPageProps) {
  const { t } = useTranslation('desk')
  return (
    <Sheet title={t(`inquiries.act.${act}`)} lead={lead} back={{ href, label: ticket }}>
      <Refused refused={refused} />
      {children}
    </Sheet>
  )
}

/** Why an act was refused, above what was typed. */
export function Refused({ refused }: { refused: ActRefused | undefined }) {
  const { t } = useTranslation(['desk', 'site'])
  const reason = refused?.refused
  const faulty = refused && Object.keys(refused.kept.errors).length > 0
  return (
    <>
      {reason && (
        <Notice tone="waiting" role="alert">
          <p>{t(`inquiries.refused.${reason}`)}</p>
        </Notice>
      )}
      {faulty && (
        <Notice tone="harm" role="alert">
          <p>{t('site:form.errorsAbove')}</p>
        </Notice>
      )}
    </>
  )
}
