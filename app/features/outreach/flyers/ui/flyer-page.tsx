import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Seal, Select, TextField, Tick, Trap, type Kept } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { Written } from '#app/ui/written.tsx'
import { DownloadHint } from '#app/ui/wechat.tsx'
import styles from './flyer-page.module.css'

interface FlyerPageProps {
  name: string
  back: string
  /** without its ending */
  file: string
  logos: { id: string; name: string }[]
  partner: string
  /** a character that cannot be printed */
  trouble: { character: string; code: string } | null
  seal: { _shown: string; _key: string }
  sent: boolean
  kept: Kept | null
  refused: 'tooOften' | null
}

/** The sheet as a picture first: inside WeChat that is what can be kept and passed on. */
export function FlyerPage({ name, back, file, logos, partner, trouble, seal, sent, kept, refused }: FlyerPageProps) {
  const { t } = useTranslation('flyers')
  const query = partner ? `?partner=${partner}` : ''
  return (
    <Sheet title={t('page.title')} lead={<Written text={name} />} back={{ href: back }}>
      <p>{t('page.lead')}</p>
      {sent && <Notice role="status">{t('page.sent')}</Notice>}
      {trouble ? <Notice role="alert" tone="waiting">{t('page.unprintable', trouble)}</Notice> : <FlyerPicture name={name} file={file} query={query} />}
      {logos.length > 0 && (
        <form method="get" className={styles.partner}>
          <Select name="partner" label={t('page.partner')} empty={t('page.noPartner')} defaultValue={partner} options={logos.map((logo) => ({ value: logo.id, label: logo.name }))} />
          <Button tone="quiet">{t('page.show')}</Button>
        </form>
      )}
      {!trouble && (
        <form method="post" noValidate className={styles.mail}>
          <h2>{t('page.mail')}</h2>
          {refused && <Notice tone="waiting" role="alert">{t(`page.${refused}`)}</Notice>}
          <TextField name="email" type="email" label={t('page.address')} autoComplete="email" required kept={kept} />
          <Tick name="consent" label={t('page.consent')} kept={kept} />
          {partner && <input type="hidden" name="partner" value={partner} />}
          <Trap name="homepage" />
          <Seal seal={seal} />
          <Button>{t('page.send')}</Button>
        </form>
      )}
    </Sheet>
  )
}

/** A sheet to be kept by a long press, and the PDF behind it. */
export function FlyerPicture({ name, file, query = '', pdf }: { name: string; file: string; query?: string; pdf?: string }) {
  const { t } = useTranslation('flyers')
  return (
    <>
      <figure className={styles.sheet}>
        <img src={`${file}.png${query}`} width={1080} height={1527} alt={t('page.picture', { name })} />
        <figcaption>{t('page.save')}</figcaption>
      </figure>
      <DownloadHint />
      <p>
        <a href={`${file}.pdf${query}`}>{pdf ?? t('page.pdf')}</a>
      </p>
    </>
  )
}
