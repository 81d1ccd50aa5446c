import { useTranslation } from 'react-i18next'
import { TextField, type Kept } from '#app/ui/field.tsx'

/** A new password, typed twice; what the browser stores it under goes along. */
export function NewPassword({ email, kept }: { email: string; kept?: Kept | null | undefined }) {
  const { t } = useTranslation('security')
  const say = (key: string) => t(`errors.${key as 'required'}`)
  return (
    <>
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <TextField name="password" type="password" label={t('password.new')} hint={t('password.hint')} autoComplete="new-password" required kept={kept} say={say} />
      <TextField name="passwordAgain" type="password" label={t('password.again')} autoComplete="new-password" required kept={kept} say={say} />
    </>
  )
}

/** The present password, as proof that it is still the owner who sits there. */
export function PresentPassword({ kept }: { kept?: Kept | null | undefined }) {
  const { t } = useTranslation('security')
  return <TextField name="presentPassword" type="password" label={t('password.present')} autoComplete="current-password" required kept={kept} say={(key) => t(`errors.${key as 'required'}`)} />
}
