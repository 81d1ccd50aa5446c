import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Choices, TextArea, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { nameFor, useReading } from '../../ui/reading.ts'
import type { needToAnswer, technologiesToOffer } from '../offering.server.ts'
import { TEXT_MOST } from '../need-form.ts'
import styles from './needs.module.css'

interface OfferProps {
  slug: string
  need: NonNullable<Awaited<ReturnType<typeof needToAnswer>>>
  technologies: Awaited<ReturnType<typeof technologiesToOffer>>
  kept: Kept | null
  often: boolean
}

/** “We can do this”: what is asked, how the firm would do it, and with which of its technologies. */
export function OfferPage({ slug, need, technologies, kept, often }: OfferProps) {
  const { t } = useTranslation(['needs', 'site'])
  const locale = useReading()
  const faulty = kept && Object.keys(kept.errors).length > 0
  return (
    <Sheet title={t('offer.title')} lead={t('offer.lead')} back={{ href: `/${locale}/needs/${slug}`, label: t('offer.need') }}>
      {often && (
        <Notice tone="waiting" role="alert">
          <p>{t('offer.often')}</p>
        </Notice>
      )}
      {faulty && (
        <Notice tone="harm" role="alert">
          <p>{t('site:form.errorsAbove')}</p>
        </Notice>
      )}
      <section className={styles.box}>
        <h2>{need.title[locale]}</h2>
        <p className={styles.text}>{need.text[locale]}</p>
      </section>
      {need.refused ? (
        <Standing {...need.refused} />
      ) : (
        <form method="post" noValidate>
          <TextArea name="offer" label={t('offer.text')} hint={t('offer.textHint')} required rows={8} maxLength={TEXT_MOST} kept={kept} />
          {technologies.length > 0 ? (
            <Choices several name="technology" label={t('offer.technologies')} kept={kept} options={technologies.map(({ id, name }) => ({ value: id, label: nameFor(name, locale) }))} />
          ) : (
            <p>{t('offer.none')}</p>
          )}
          <Button wide>{t('offer.send')}</Button>
        </form>
      )}
    </Sheet>
  )
}

/** Why there is nothing to fill in, and where to go instead. */
function Standing({ reason, approach }: NonNullable<OfferProps['need']['refused']>) {
  const { t } = useTranslation('needs')
  const locale = useReading()
  return (
    <Notice tone="waiting">
      <p>{t(reason === 'already-asked' ? 'offer.asked' : reason === 'already-offered' ? 'offer.offered' : 'offer.unreachable')}</p>
      {approach && (
        <p>
          <LinkButton href={`/${locale}/account/inquiries/${approach}`}>{t('offer.toAnswer')}</LinkButton>
        </p>
      )}
      {reason === 'company-unreachable' && (
        <p>
          <LinkButton href={`/${locale}/account/people/contacts/new`}>{t('offer.toContacts')}</LinkButton>
        </p>
      )}
    </Notice>
  )
}
