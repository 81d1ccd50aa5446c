import { useTranslation } from 'react-i18next'
import type { Field } from '#app/features/catalogue/naming.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Tick, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { SubmissionKey } from '#app/ui/submission-key.tsx'
import type { Receipt } from '../../receipt.server.ts'
import type { Need } from '../drafting.server.ts'
import { BothLanguages, NeedFacts } from './need-facts.tsx'
import styles from './needs.module.css'

interface PublicationProps {
  need: Pick<Need, 'titleJa' | 'titleZh' | 'textJa' | 'textZh' | 'fields' | 'organisationKind' | 'region' | 'size' | 'closesOn' | 'publishedAt'>
  fields: readonly Field[]
  hash: string
  agreed: boolean
  published: boolean
  kept: Kept | null
}

/** Everything that would be public, and the buyer's word on it; no is one tap, and so is taking a yes back. */
export function PublicationForm({ need, fields, hash, agreed, published, kept }: PublicationProps) {
  const { t } = useTranslation('needs')
  return (
    <>
      <h2>{t('consent.shown')}</h2>
      <BothLanguages need={need} />
      <NeedFacts need={need} fields={fields} />
      {!agreed && !published && (
        <form method="post" noValidate>
          <SubmissionKey />
          <input type="hidden" name="decision" value="agree" />
          <input type="hidden" name="words" value={hash} />
          <Tick name="agree" label={t('consent.agreeText')} kept={kept} />
          <Button wide>{t('consent.agree')}</Button>
        </form>
      )}
      <form method="post" noValidate className={styles.other}>
        <SubmissionKey />
        <input type="hidden" name="decision" value="refuse" />
        <h2>{t(agreed || published ? 'consent.withdraw' : 'consent.refuseTitle')}</h2>
        <p>{t(agreed || published ? 'consent.withdrawText' : 'consent.refuseText')}</p>
        <Button tone="quiet">{t(agreed || published ? 'consent.withdraw' : 'consent.refuse')}</Button>
      </form>
    </>
  )
}

/** What the receipt says of the publication: asked, agreed, public. */
export function PublicationNotice({ publication, href, locale }: { publication: Receipt['publication']; href: string; locale: string }) {
  const { t } = useTranslation('needs')
  if (!publication) return null
  const { state, agreed, slug } = publication
  return (
    <Notice tone={state === 'asked' && !agreed ? 'waiting' : undefined}>
      <p>{t(state === 'published' ? 'consent.published' : agreed ? 'consent.agreed' : 'consent.ask')}</p>
      <p className={styles.ways}>
        {state === 'published' && <a href={`/${locale}/needs/${slug}`}>{t('consent.see')}</a>}
        {state === 'asked' && !agreed ? <LinkButton href={`${href}/publication`}>{t('consent.link')}</LinkButton> : <a href={`${href}/publication`}>{t('consent.manage')}</a>}
      </p>
    </Notice>
  )
}
