import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField, type Kept } from '#app/ui/field.tsx'

/** One code of an authenticator app, or a recovery code. */
export function CodeField({ label, hint, kept, autoFocus }: { label: ReactNode; hint?: ReactNode; kept?: Kept | null | undefined; autoFocus?: boolean }) {
  const { t } = useTranslation('security')
  return (
    <TextField name="code" label={label} hint={hint} autoComplete="one-time-code" autoCapitalize="characters" spellCheck={false} maxLength={20} autoFocus={autoFocus} required kept={kept} say={(key) => t(`errors.${key as 'wrongCode'}`)} />
  )
}
