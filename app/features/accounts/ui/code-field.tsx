import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField, type Kept } from '#app/ui/field.tsx'

/** One code of an authenticator app (`digits`), or a recovery code in its place. */
export function CodeField({ label, hint, kept, autoFocus, digits }: { label: ReactNode; hint?: ReactNode; kept?: Kept | null | undefined; autoFocus?: boolean; digits?: boolean }) {
  const { t } = useTranslation('security')
  return (
    <TextField name="code" label={label} hint={hint} autoComplete="one-time-code" inputMode={digits ? 'numeric' : 'text'} autoCapitalize="characters" spellCheck={false} maxLength={20} autoFocus={autoFocus} required kept={kept} say={(key) => t(`errors.${key as 'wrongCode'}`)} />
  )
}
