import { useTranslation } from 'react-i18next'
import { formatTime, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Select } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Written } from '#app/ui/written.tsx'
import { named } from '../../../catalogue/naming.ts'
import type { ActRefused } from '../../desk/desk-act.server.ts'
import type { Body } from '../../life/parties.server.ts'
import type { Name } from '../../parties.ts'
import { ActSheet } from './act-sheet.tsx'

interface BodyPageProps {
  body: Body
  others: ({ key: string; side: 'japan' | 'china' } & Name)[]
  home: string
  done: string | null
  refused: ActRefused | undefined
}

/** A body with all its projects, and the way to make two entries of it one. */
export function BodyPage({ body, others, home, done, refused }: BodyPageProps) {
  const { t, i18n } = useTranslation(['projectdesk', 'projects'])
  const locale = i18n.language as Locale
  const both = ({ ja, zh }: Name) => [ja, zh].filter(Boolean).join(' / ')
  return (
    <ActSheet title={named(body.name, locale).text} back={{ href: home, label: t('back') }} refused={refused}>
      {done === 'merged' && (
        <Notice role="status">
          <p>{t('done.merged')}</p>
        </Notice>
      )}
      {body.company && (
        <p>
          {t('projects:party.listed')}
          <a href={`/${locale}/companies/${body.company.slug}`}><Written text={named(body.company, locale).text} /></a>
        </p>
      )}
      <h2>{t('body.projects')}</h2>
      <ul>
        {body.rows.map(({ party, project }) => (
          <li key={party.id}>
            <a href={`${home}/${project.id}`}><Written text={named({ ja: project.titleJa, zh: project.titleZh }, locale).text} /></a>（<Written text={both({ ja: party.nameJa, zh: party.nameZh })} />）
          </li>
        ))}
      </ul>
      {body.mergers.length > 0 && (
        <>
          <h2>{t('body.merged')}</h2>
          {body.mergers.map((merger) => (
            <form key={merger.id} method="post" action={`${home}/mergers/${merger.id}/undoing`}>
              <p>
                {t('body.mergedRow', { n: merger.n, at: formatTime(merger.at, locale) })} <Button size="small" tone="quiet">{t('body.undo')}</Button>
              </p>
            </form>
          ))}
        </>
      )}
      <h2>{t('body.merge')}</h2>
      <p>{t('body.mergeLead')}</p>
      <form method="post" noValidate>
        <Select
          name="into"
          label={t('body.into')}
          required
          empty={t('choose')}
          options={others.map((other) => ({ value: other.key, label: `${t(`projects:sides.${other.side}`)}  ${both(other)}` }))}
          kept={refused?.kept}
        />
        <Button tone="harm">{t('body.send')}</Button>
      </form>
    </ActSheet>
  )
}
