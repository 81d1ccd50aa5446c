import { useTranslation } from 'react-i18next'
import { formatDate, htmlLang, type Locale } from '#app/platform/locale.ts'
import { Facts } from '#app/ui/facts.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { named, type Field } from '../../catalogue/naming.ts'
import { Prose } from '../../catalogue/ui/text.tsx'
import type { ProjectView } from '../register.server.ts'
import { Sides } from './project-list.tsx'
import { Timeline } from './timeline.tsx'

/** An announced project as the public sees it: no person, no contact. */
export function ProjectPage({ project, fields }: { project: ProjectView; fields: Field[] }) {
  const { t, i18n } = useTranslation(['projects', 'catalogue'])
  const locale = i18n.language as Locale
  const title = named(project.title, locale)
  const day = (date: string | null) => date && formatDate(date, locale)
  const own = project.fields.flatMap((id) => fields.find((field) => field.id === id) ?? [])
  return (
    <Sheet title={<span lang={title.lang === locale ? undefined : htmlLang[title.lang]}>{title.text}</span>} back={{ href: `/${locale}/projects`, label: t('back') }}>
      <Facts
        facts={[
          [t('forum'), project.forum && named(project.forum.name, locale).text],
          [t('announcedOn'), day(project.announcedOn)],
          [t('status'), [t(`statuses.${project.status}`), project.statusOn && t('statusOn', { date: day(project.statusOn) })].filter(Boolean).join(' · ')],
          [t('confirmed'), project.lastConfirmedOn === project.announcedOn ? t('never') : day(project.lastConfirmedOn)],
          [
            t('region'),
            project.region && `${t(`catalogue:regions.${project.region as 'CN-BJ'}`)}${project.regionBasis ? `（${t(`basis.${project.regionBasis as 'party'}`)}）` : ''}`,
          ],
          [
            t('fields'),
            own.map((field, at) => (
              <span key={field.id}>
                {at > 0 && '、'}
                <a href={`/${locale}/technologies?field=${field.id}`}>{field[locale]}</a>
              </span>
            )),
          ],
        ]}
      />
      <Prose title={t('title')} text={project.summary} />
      <h2>{t('parties')}</h2>
      <Sides parties={project.parties} />
      <Timeline events={project.events} />
    </Sheet>
  )
}
