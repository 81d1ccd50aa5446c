import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { projectStatuses } from '#db/schema/projects.ts'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Choices, Select, TextArea, TextField, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { named, type Field } from '../../catalogue/naming.ts'
import type { Name } from '../parties.ts'
import type { ProjectView } from '../register.server.ts'
import { Sides } from './project-list.tsx'

interface StandingPageProps {
  party: Name
  project: ProjectView
  fields: Field[]
  today: string
  formKey: string
  thanks: boolean
  kept: Kept | null
  children: ReactNode
}

/** What a party is asked: the facts as the public reads them, and whether they still hold. */
export function StandingPage({ party, project, fields, today, formKey, thanks, kept, children }: StandingPageProps) {
  const { t, i18n } = useTranslation(['projects', 'catalogue', 'site'])
  const locale = i18n.language as Locale
  const day = (date: string | null) => date && formatDate(date, locale)
  return (
    <Sheet title={t('standing.heading')} lead={t('standing.lead', { party: named(party, locale).text })}>
      {children}
      {thanks && (
        <Notice role="status">
          <p>{t('standing.thanks')}</p>
        </Notice>
      )}
      {kept && Object.keys(kept.errors).length > 0 && (
        <Notice tone="harm" role="alert">
          <p>{t('site:form.errorsAbove')}</p>
        </Notice>
      )}
      <h2>{named(project.title, locale).text}</h2>
      <Facts
        facts={[
          [t('forum'), project.forum && named(project.forum.name, locale).text],
          [t('announcedOn'), day(project.announcedOn)],
          [t('status'), `${t(`statuses.${project.status}`)}${project.statusOn ? ` · ${t('statusOn', { date: day(project.statusOn) })}` : ''}`],
          [t('confirmed'), day(project.lastConfirmedOn)],
          [t('region'), project.region && t(`catalogue:regions.${project.region as 'CN-BJ'}`)],
          [t('fields'), project.fields.map((id) => fields.find((field) => field.id === id)?.[locale] ?? id).join('、')],
        ]}
      />
      <Sides parties={project.parties} />
      <h2>{t('standing.question')}</h2>
      <form method="post" noValidate>
        <input type="hidden" name="_key" value={formKey} />
        <Choices name="kind" label={t('standing.kind')} required options={(['unchanged', 'changed'] as const).map((value) => ({ value, label: t(`standing.${value}`) }))} kept={kept} />
        <Select name="status" label={t('standing.status')} hint={t('standing.statusHint')} empty={t('standing.noStatus')} options={projectStatuses.filter((value) => value !== project.status).map((value) => ({ value, label: t(`statuses.${value}`) }))} kept={kept} />
        <TextField name="on" type="date" label={t('standing.on')} max={today} defaultValue={today} kept={kept} />
        <TextArea name="note" label={t('standing.note')} hint={t('standing.noteHint')} rows={5} maxLength={2000} kept={kept} />
        <Button wide>{t('standing.send')}</Button>
      </form>
    </Sheet>
  )
}
