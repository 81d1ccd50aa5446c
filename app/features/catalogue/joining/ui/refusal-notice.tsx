import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'

/** Why something was not done. */
export function RefusalNotice({ refused }: { refused: string | null | undefined }) {
  const { t } = useTranslation('joining')
  if (!refused) return null
  return (
    <Notice tone="harm" role="alert">
      <p>{t(`refused.${refused as 'already-moved'}`)}</p>
    </Notice>
  )
}
