import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { named } from '../../../catalogue/naming.ts'
import type { ActRefused } from '../../desk/desk-act.server.ts'
import type { Name } from '../../parties.ts'

interface ActSheetProps {
  title: string
  lead?: string
  back: { href: string; label: string }
  refused: ActRefused | undefined
  children: ReactNode
}

/** One act of the desk on a page of its own: what it does, why it was refused, its form. */
export function ActSheet({ title, lead, back, refused, children }: ActSheetProps) {
  const { t } = useTranslation(['projectdesk', 'site'])
  return (
    <Sheet title={title} back={back} {...(lead ? { lead } : {})}>
      {refused?.refused && (
        <Notice tone="waiting" role="alert">
          <p>{t(`refused.${refused.refused}`)}</p>
        </Notice>
      )}
      {refused && Object.keys(refused.kept.errors).length > 0 && (
        <Notice tone="harm" role="alert">
          <p>{t('site:form.errorsAbove')}</p>
        </Notice>
      )}
      {children}
    </Sheet>
  )
}

/** The way back to a project, by its title. */
export function useBack(href: string, title: Name) {
  const { i18n } = useTranslation()
  return { href, label: named(title, i18n.language as Locale).text }
}
