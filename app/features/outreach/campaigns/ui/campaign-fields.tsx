import { useTranslation } from 'react-i18next'
import { TextField, type Kept } from '#app/ui/field.tsx'

interface CampaignFieldsProps {
  partner?: string
  event?: string
  address?: string
  /** what was named before, to be offered again */
  known: { partners: string[]; events: string[] }
  kept: Kept | null | undefined
}

/** For whom a code is, and where it leads. */
export function CampaignFields({ partner, event, address, known, kept }: CampaignFieldsProps) {
  const { t } = useTranslation(['campaigns', 'site'])
  const say = (key: string) => (key === 'not-ours' ? t('errors.not-ours') : t(`site:form.errors.${key}` as 'site:form.errors.required'))
  return (
    <>
      <TextField name="partner" label={t('form.partner')} hint={t('form.partnerHint')} required maxLength={80} list="partners" autoComplete="off" defaultValue={partner} kept={kept} />
      <TextField name="event" label={t('form.event')} hint={t('form.eventHint')} maxLength={80} list="events" autoComplete="off" defaultValue={event} kept={kept} />
      <TextField name="address" label={t('form.address')} hint={t('form.addressHint')} required maxLength={500} inputMode="url" autoComplete="off" spellCheck={false} defaultValue={address} kept={kept} say={say} />
      {(['partners', 'events'] as const).map((which) => (
        <datalist key={which} id={which}>
          {known[which].map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      ))}
    </>
  )
}
