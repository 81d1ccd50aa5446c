import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { ActRefused } from '../revision-desk.server.ts'

export type RevisionAct = 'publication' | 'return' | 'rejection' | 'waiver' | 'sign-off-request' | 'translation' | 'restoration' | 'company-publication' | 'company-return' | 'sign-off' | 'objection'

interface ActPageProps {
  act: RevisionAct
  /** what it is about, and the way back there */
  name: string
  href: string
  lead?: string
  refused: ActRefused | undefined
  children: ReactNode
}

/** One act on a page of its own: what it does, why it was refused, its form. */
export function ActPage({ act, name, href, lead, refused, children }: ActPageProps) {
  const { t } = useTranslation('review')
  return (
    <Sheet title={t(`acts.${act}`)} {...(lead ? { lead } : {})} back={{ href, label: name }}>
      <ActRefusal refused={refused} />
      {children}
    </Sheet>
  )
}

/** Why nothing was done: somebody was quicker, or a field wants another look. */
export function ActRefusal({ refused }: { refused: ActRefused | undefined }) {
  const { t } = useTranslation(['review', 'site'])
  const faulty = refused && Object.keys(refused.kept.errors).length > 0
  return (
    <>
      {refused?.refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(`refused.${refused.refused}`)}</p>
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

/** Words of this domain's messages at a field. */
export function useSay() {
  const { t } = useTranslation('review')
  return (key: string) => t(`errors.${key}` as 'errors.required', { defaultValue: key })
}

/** The edition that was read: a text that changed meanwhile is not decided about unseen. */
export function Edition({ edition }: { edition: number }) {
  return <input type="hidden" name="edition" value={edition} />
}
