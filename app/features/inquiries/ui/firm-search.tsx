import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

/** Looks for further firms to ask, by name; the choice stands in the address. */
export function FirmSearch({ q, none }: { q: string; none: boolean }) {
  const { t } = useTranslation('desk')
  return (
    <details open={q !== '' || none || undefined}>
      <summary>{t('inquiries.forwarding.search')}</summary>
      <form method="get">
        <TextField name="q" label={t('inquiries.forwarding.searchLabel')} type="search" maxLength={80} defaultValue={q} />
        <Button tone="quiet">{t('inquiries.forwarding.searchSend')}</Button>
      </form>
      {none && <p>{t('inquiries.forwarding.none')}</p>}
    </details>
  )
}
