import { useTranslation } from 'react-i18next'
import { offices } from '#db/schema/accounts.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, Select, TextField, type Kept } from '#app/ui/field.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** The form by which a manager invites somebody of the office. */
export function InvitationPage({ kept }: { kept: Kept | undefined }) {
  const { t, i18n } = useTranslation(['security', 'accounts'])
  const say = (key: string) => t(`errors.${key as 'required'}`)
  const roles = (['secretary', 'manager'] as const).map((value) => ({ value, label: t(`accounts:roles.${value}`) }))
  const languages = (['ja', 'zh'] as const).map((value) => ({ value, label: t(`staff.languages.${value}`) }))
  const places = offices.map((value) => ({ value, label: t(`staff.offices.${value}`) }))
  return (
    <Sheet title={t('staff.invite')} lead={t('staff.inviteLead')} back={{ href: `/${i18n.language}/desk/staff`, label: t('staff.back') }}>
      <form method="post">
        <TextField name="name" label={t('staff.name')} autoComplete="off" required kept={kept} say={say} />
        <TextField name="email" type="email" label={t('staff.email')} autoComplete="off" inputMode="email" required kept={kept} say={say} />
        <Choices name="role" label={t('staff.role')} hint={t('staff.roleHint')} options={roles} chosen="secretary" required kept={kept} say={say} />
        <Select name="office" label={t('staff.office')} options={places} required kept={kept} say={say} />
        <Choices name="locale" label={t('staff.locale')} options={languages} chosen={i18n.language} required kept={kept} say={say} />
        <Button wide>{t('staff.inviteSend')}</Button>
      </form>
    </Sheet>
  )
}
