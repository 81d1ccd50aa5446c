import { useTranslation } from 'react-i18next'
import type { Field } from '#app/features/catalogue/naming.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { useReading } from '../../ui/reading.ts'
import type { PublicNeed } from '../public-needs.server.ts'
import { NeedFacts } from './need-facts.tsx'
import styles from './needs.module.css'

/** A published need: the problem, whose it may be, and how a firm answers. */
export function NeedPage({ need, fields }: { need: PublicNeed; fields: readonly Field[] }) {
  const { t } = useTranslation('needs')
  const locale = useReading()
  const home = `/${locale}`
  return (
    <Sheet title={need.title[locale]} back={{ href: `${home}/needs`, label: t('page.back') }}>
      <p className={styles.text}>{need.text[locale]}</p>
      <NeedFacts need={need} fields={fields} />
      <p className={styles.quiet}>{t('page.anonymous')}</p>
      <section className={styles.firms}>
        <h2>{t('page.firms')}</h2>
        <p>{t('page.firmsText')}</p>
        <p className={styles.ways}>
          <LinkButton href={`${home}/account/needs/${need.slug}`}>{t('page.offer')}</LinkButton>
        </p>
        <p>{t('page.noAccount')}</p>
        <p className={styles.ways}>
          <a href={`${home}/join`}>{t('page.join')}</a>
          <a href={`${home}/inquiries/new`}>{t('page.write')}</a>
        </p>
      </section>
      <OwnNeed />
    </Sheet>
  )
}

/** What is left at the address of a need that is public no more: nothing of it. */
export function EndedNeed() {
  const { t } = useTranslation('needs')
  const locale = useReading()
  return (
    <Sheet title={t('page.ended')} lead={t('page.endedText')}>
      <p className={styles.ways}>
        <LinkButton tone="quiet" href={`/${locale}/needs`}>
          {t('page.others')}
        </LinkButton>
      </p>
      <OwnNeed />
    </Sheet>
  )
}

function OwnNeed() {
  const { t } = useTranslation('needs')
  const locale = useReading()
  return (
    <section>
      <h2>{t('page.own')}</h2>
      <p>{t('page.ownText')}</p>
      <p>
        <LinkButton tone="quiet" href={`/${locale}/needs/new`}>
          {t('list.own')}
        </LinkButton>
      </p>
    </section>
  )
}
