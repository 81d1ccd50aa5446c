import { useTranslation } from 'react-i18next'
import { htmlLang, type Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import { LENGTH } from '../code.ts'
import styles from './campaigns.module.css'

interface LostCodeProps {
  locale: Locale
  typed: string
  known: boolean
  ended: boolean
  /** where it led, while that is public */
  page: { href: string; lang: Locale; name: string } | null
}

/** For whoever opened a code that leads nowhere any more: what it was, and where to look instead. */
export function LostCode({ locale, typed, known, ended, page }: LostCodeProps) {
  const { t } = useTranslation('campaigns')
  return (
    <Sheet title={t('lost.title')}>
      {typed && (
        <Notice tone="waiting" role="status">
          <p>{ended ? t('lost.ended') : known ? t('lost.gone') : t('lost.unknown', { code: typed })}</p>
        </Notice>
      )}
      {page && (
        <p>
          {t('lost.endedPage')}
          <br />
          <a href={page.href} lang={page.lang === locale ? undefined : htmlLang[page.lang]}>
            {page.name}
          </a>
        </p>
      )}
      {!known && (
        <form method="get" noValidate>
          <TextField name="of" label={t('lost.enter')} hint={t('lost.enterHint', { n: LENGTH })} maxLength={20} autoComplete="off" autoCapitalize="characters" spellCheck={false} defaultValue={typed} />
          <Button>{t('lost.open')}</Button>
        </form>
      )}
      <h2 className={styles.instead}>{t('lost.instead')}</h2>
      <ul className={styles.ways}>
        <li>
          <a href={`/${locale}/technologies`}>{t('lost.search')}</a>
        </li>
        <li>
          <a href={`/${locale}/fields`}>{t('lost.fields')}</a>
        </li>
        <li>
          <a href={`/${locale}/needs/new`}>{t('lost.ask')}</a>
        </li>
      </ul>
    </Sheet>
  )
}
