import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'

/** Why an act did not happen; what is no known reason says nothing. */
export function RefusedNotice({ reason }: { reason: string | null | undefined }) {
  const { t, i18n } = useTranslation('surveys')
  if (!reason || !i18n.exists(`surveys:refused.${reason}`)) return null
  return (
    <Notice tone="waiting" role="alert">
      <p>{t(`refused.${reason as 'closed'}`)}</p>
    </Notice>
  )
}
