import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextField, type Kept } from '#app/ui/field.tsx'
import type { Contact } from '../contacts.server.ts'
import { useSay } from './saying.ts'

/** One contact person: a new one, or one to change. */
export function ContactFields({ contact, kept }: { contact: Contact | null; kept: Kept | null | undefined }) {
  const { t, i18n } = useTranslation('joining')
  const shared = { kept, say: useSay() }
  return (
    <form method="post" noValidate>
      <TextField name="name" label={t('contactForm.name')} defaultValue={contact?.name} required maxLength={60} autoComplete="off" {...shared} />
      <TextField name="department" label={t('contactForm.department')} defaultValue={contact?.department ?? ''} maxLength={120} autoComplete="off" {...shared} />
      <TextField name="email" type="email" inputMode="email" label={t('contactForm.email')} defaultValue={contact?.email ?? ''} maxLength={254} autoComplete="off" {...shared} />
      <TextField name="phone" type="tel" inputMode="tel" label={t('contactForm.phone')} defaultValue={contact?.phone ?? ''} maxLength={40} autoComplete="off" {...shared} />
      <TextField name="wechat" label={t('contactForm.wechat')} defaultValue={contact?.wechat ?? ''} maxLength={60} autoCapitalize="off" autoComplete="off" spellCheck={false} {...shared} />
      <Choices name="language" label={t('contactForm.language')} required chosen={contact?.locale ?? i18n.language} options={(['ja', 'zh'] as const).map((one) => ({ value: one, label: t(`form.languages.${one}`) }))} {...shared} />
      <Button wide>{t('contactForm.save')}</Button>
    </form>
  )
}
