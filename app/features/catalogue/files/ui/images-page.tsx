import { useTranslation } from 'react-i18next'
import type { ListingImage } from '#db/schema/catalogue.ts'
import { htmlLang, type Locale } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { TextField, type Kept } from '#app/ui/field.tsx'
import type { FilesPage } from '../files-page.server.ts'
import { MOST_ALT, MOST_IMAGES } from '../listing-files.ts'
import { draftPicturePath } from '../sizes.ts'
import { UploadForm } from './file-field.tsx'
import { FilesFrame, RefusedNotice } from './files-frame.tsx'
import styles from './files.module.css'

/** The pictures of a listing being worked on, in their order, and one more. */
export function ImagesPage({ page, kept, refused }: { page: FilesPage; kept: Kept | undefined; refused?: string | null | undefined }) {
  const { t } = useTranslation('files')
  const { images, writable } = page
  return (
    <FilesFrame page={page} list="images" lead={t('images.lead', { most: MOST_IMAGES })}>
      <RefusedNotice reason={refused} />
      {images.length === 0 ? <p>{t('images.none')}</p> : null}
      <ul className={styles.list}>
        {images.map((image, at) => (
          <li key={image.file} className={`${styles.row} ${styles.pictured}`}>
            <Picture image={image} at={at} page={page} />
          </li>
        ))}
      </ul>
      {writable && images.length >= MOST_IMAGES && <p>{t('images.full', { most: MOST_IMAGES })}</p>}
      {writable && images.length < MOST_IMAGES && (
        <>
          <h2>{t('images.add')}</h2>
          <UploadForm action={`${page.home}/images`} label={t('images.file')} hint={t('images.fileHint')} accept="image/jpeg,image/png,image/webp" send={t('images.send')} kept={kept}>
            <AltFields kept={kept} />
          </UploadForm>
        </>
      )}
    </FilesFrame>
  )
}

/** What a picture shows, in both languages. */
export function AltFields({ kept, image }: { kept: Kept | undefined; image?: ListingImage }) {
  const { t } = useTranslation('files')
  const say = (key: string) => t(`errors.${key}` as 'errors.invalid')
  return (
    <>
      <TextField name="ja" label={t('images.altJa')} hint={t('images.altHint', { most: MOST_ALT })} lang={htmlLang.ja} maxLength={MOST_ALT} defaultValue={image?.alt.ja ?? ''} kept={kept} say={say} />
      <TextField name="zh" label={t('images.altZh')} lang={htmlLang.zh} maxLength={MOST_ALT} defaultValue={image?.alt.zh ?? ''} kept={kept} say={say} />
    </>
  )
}

function Picture({ image, at, page }: { image: ListingImage; at: number; page: FilesPage }) {
  const { t, i18n } = useTranslation('files')
  const locale = i18n.language as Locale
  const base = `${page.home}/images/${image.file}`
  return (
    <>
      <img src={draftPicturePath(locale, page.technologyId, image.file, 'card', 'jpg')} alt={image.alt[locale] ?? ''} width={168} height={126} loading={at < 4 ? undefined : 'lazy'} />
      <div className={styles.what}>
        {at === 0 && (
          <p>
            <span className={styles.badge}>{t('images.first')}</span>
          </p>
        )}
        <dl>
          {(['ja', 'zh'] as const).map((language) => (
            <div key={language}>
              <dt>{t(`languages.${language}`)}</dt>
              {image.alt[language] ? <dd lang={htmlLang[language]}>{image.alt[language]}</dd> : <dd className={styles.missing}>{t('images.noAlt')}</dd>}
            </div>
          ))}
        </dl>
      </div>
      {page.writable && (
        <div className={styles.acts}>
          <LinkButton tone="quiet" size="small" href={`${base}/description`}>
            {t('images.describe')}
          </LinkButton>
          {at > 0 && <Move to="up" base={base} edition={page.edition} />}
          {at < page.images.length - 1 && <Move to="down" base={base} edition={page.edition} />}
          <LinkButton tone="harm" size="small" href={`${base}/removal`}>
            {t('images.remove')}
          </LinkButton>
        </div>
      )}
    </>
  )
}

function Move({ to, base, edition }: { to: 'up' | 'down'; base: string; edition: number }) {
  const { t } = useTranslation('files')
  return (
    <form method="post" action={`${base}/position`}>
      <input type="hidden" name="edition" value={edition} />
      <Button tone="quiet" size="small" name="to" value={to}>
        {t(`images.${to}`)}
      </Button>
    </form>
  )
}
