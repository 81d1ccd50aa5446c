import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export default function Deleted() {
  const { t, i18n } = useTranslation(['trust', 'site'])
  return (
    <Sheet title={t('account.deletedTitle')}>
      <p>{t('account.deleted')}</p>
      <LinkButton tone="quiet" href={`/${i18n.language}`}>
        {t('site:refusal.home')}
      </LinkButton>
    </Sheet>
  )
}
