import { useTranslation } from 'react-i18next'
import type { CompanyText } from '#db/schema/catalogue.ts'
import { formatTime, type Locale } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Facts } from '#app/ui/facts.tsx'
import type { Likeness } from '../duplicates.server.ts'
import type { Joining } from '../joining.server.ts'
import { FirmFacts } from './asked-firm.tsx'
import { Duplicates } from './duplicates.tsx'
import { firmNameIn } from './firm-name.tsx'
import styles from './joining.module.css'

interface JoiningPageProps {
  href: string
  joining: Pick<Joining, 'id' | 'state' | 'message' | 'department' | 'reason' | 'companyId' | 'decidedAt' | 'createdAt'> & { content: CompanyText }
  person: { name: string; domain: string; sameHost: boolean }
  decidedBy: string | null
  /** may still be decided */
  open: boolean
  firms: Likeness[]
  asking: { id: string; name: string | null }[]
}

/** Who asks to be let in, whether they are there already, and what to do about it. */
export function JoiningPage({ href, joining, person, decidedBy, open, firms, asking }: JoiningPageProps) {
  const { t, i18n } = useTranslation('joining')
  const locale = i18n.language as Locale
  const { content } = joining
  const acts = joining.state === 'rejected' ? (['approval', 'merging'] as const) : (['approval', 'merging', 'rejection'] as const)
  return (
    <DeskPage title={firmNameIn({ ja: content.nameJa, zh: content.nameZh, en: content.nameEn }, locale)} actions={<span className={`${styles.chip} ${joining.state === 'waiting' ? styles.amber : ''}`}>{t(`states.${joining.state}`)}</span>}>
      <p>
        <a className={styles.link} href={`/${locale}/desk/joinings`}>
          ← {t('show.back')}
        </a>
      </p>
      {joining.decidedAt && <p>{t('show.decided', { at: formatTime(joining.decidedAt, locale), name: decidedBy ?? '—' })}</p>}
      {joining.companyId && (
        <p>
          <a className={styles.link} href={`/${locale}/desk/companies/${joining.companyId}`}>
            {t('show.company')}
          </a>
        </p>
      )}
      {open && <Duplicates firms={firms} asking={asking} href={href} />}
      {open && (
        <p className={styles.acts}>
          {acts.map((act) => (
            <LinkButton key={act} href={`${href}/${act}`} {...(act === 'approval' ? {} : { tone: act === 'rejection' ? ('harm' as const) : ('quiet' as const) })}>
              {t(`show.act.${act}`)}
            </LinkButton>
          ))}
        </p>
      )}
      <div className={styles.two}>
        <section>
          <h2>{t('show.firm')}</h2>
          <FirmFacts content={content} />
        </section>
        <section>
          <h2>{t('show.person')}</h2>
          <Facts
            facts={[
              [t('form.person'), person.name],
              [t('form.department'), joining.department],
              [t('show.domain'), person.sameHost ? <>{person.domain} <span className={`${styles.chip} ${styles.green}`}>{t('show.domainSame')}</span></> : person.domain],
              [t('queue.asked'), formatTime(joining.createdAt, locale)],
              [t('show.message'), joining.message],
              [t('waiting.reason'), joining.reason],
            ]}
          />
          <p>
            <a className={styles.link} href={`${href}/contact`}>
              {t('show.contact')}
            </a>
          </p>
        </section>
      </div>
    </DeskPage>
  )
}
