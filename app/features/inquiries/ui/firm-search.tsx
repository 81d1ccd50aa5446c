import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import styles from './firm-choices.module.css'

/** As much as an address can carry. */
export const SEARCHED_MOST = 800

/** Looks for firms to ask: by what the need says, and by name. Both stand in the address, and stay there while the question is written. */
export function FirmSearch({ q, need, open }: { q: string; need: string; open: boolean }) {
  const { t } = useTranslation(['desk', 'needs'])
  return (
    <details open={open || undefined} className={styles.search}>
      <summary>{t('needs:forwarding.search')}</summary>
      <form method="get">
        <TextArea name="need" label={t('needs:forwarding.need')} hint={t('needs:forwarding.needHint')} rows={5} maxLength={SEARCHED_MOST} defaultValue={need} />
        <TextField name="q" label={t('inquiries.forwarding.searchLabel')} type="search" maxLength={80} defaultValue={q} />
        <Button tone="quiet">{t('needs:forwarding.again')}</Button>
      </form>
    </details>
  )
}
