import { useTranslation } from 'react-i18next'
import { htmlLang, type Locale } from '#app/platform/locale.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import styles from './poster-page.module.css'

interface PosterPageProps {
  locale: Locale
  kind: 'technologies' | 'companies' | 'fields' | 'needs'
  name: { text: string; lang: Locale }
  back: string
  picture: string
}

/** A picture to be kept by a long press and passed on; nothing around it is a link, so that WeChat recognises its code. */
export function PosterPage({ locale, kind, name, back, picture }: PosterPageProps) {
  const { t } = useTranslation('posters')
  const title = t('title', { name: name.text })
  return (
    <Sheet title={name.lang === locale ? title : <span lang={htmlLang[name.lang]}>{title}</span>} lead={t('lead')} back={{ href: back, label: t(`back.${kind}`) }}>
      <img src={picture} alt={t('alt', { name: name.text })} width={1080} height={1440} className={styles.poster} />
      <p>
        <a href={picture}>{t('open')}</a>
      </p>
    </Sheet>
  )
}
