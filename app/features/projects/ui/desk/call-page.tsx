import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Select, TextArea, TextField } from '#app/ui/field.tsx'
import type { ActRefused } from '../../desk/desk-act.server.ts'
import { ActSheet } from './act-sheet.tsx'
import styles from './desk.module.css'

interface CallPageProps {
  call: { forum: number; opensOn: string; closesOn: string; textJa: string; textZh: string } | null
  rounds: { round: number }[]
  refused: ActRefused | undefined
}

/** A call for projects: for which round, from when to when, in which words. */
export function CallPage({ call, rounds, refused }: CallPageProps) {
  const { t, i18n } = useTranslation(['projectdesk', 'projects'])
  const locale = i18n.language as Locale
  const kept = refused?.kept
  const options = rounds.filter(({ round }) => !call || call.forum === round).map(({ round }) => ({ value: String(round), label: t('projects:round', { n: round }) }))
  return (
    <ActSheet title={t(call ? 'calls.edit' : 'calls.new')} lead={t('calls.formLead')} back={{ href: `/${locale}/desk/projects/calls`, label: t('calls.title') }} refused={refused}>
      <form method="post" noValidate>
        <Select name="forum" label={t('entry.forum')} hint={t('calls.roundHint')} required defaultValue={call?.forum ?? options[0]?.value} options={options} kept={kept} />
        <div className={styles.pair}>
          <TextField name="opensOn" type="date" label={t('calls.opensOn')} required defaultValue={call?.opensOn} kept={kept} />
          <TextField name="closesOn" type="date" label={t('calls.closesOn')} required defaultValue={call?.closesOn} kept={kept} />
        </div>
        <TextArea name="textJa" label={t('calls.textJa')} required rows={6} lang="ja" defaultValue={call?.textJa} kept={kept} />
        <TextArea name="textZh" label={t('calls.textZh')} required rows={6} lang="zh-Hans" defaultValue={call?.textZh} kept={kept} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
