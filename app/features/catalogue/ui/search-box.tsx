import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { SearchForm } from '../form.ts'
import styles from './search-box.module.css'

/** The search field: always the first thing of a list; keeps the filters that are set. */
export function SearchBox({ search, hint }: { search: Partial<SearchForm>; hint?: boolean }) {
  const { t, i18n } = useTranslation('catalogue')
  return (
    <form className={styles.box} role="search" action={`/${i18n.language}/technologies`} method="get">
      <label className="visually-hidden" htmlFor="q">
        {t('list.searchLabel')}
      </label>
      <div className={styles.row}>
        <input id="q" name="q" type="search" defaultValue={search.q ?? ''} placeholder={t('list.placeholder')} maxLength={200} enterKeyHint="search" autoComplete="off" aria-describedby={hint ? 'q-hint' : undefined} />
        <Button>{t('list.search')}</Button>
      </div>
      {hint && (
        <p id="q-hint" className={styles.hint}>
          {t('list.searchHint')}
        </p>
      )}
      <script defer src="/suggest.js" />
      {(['field', 'stage', 'mode', 'region', 'order'] as const).map((name) => search[name] && <input key={name} type="hidden" name={name} value={search[name]} />)}
    </form>
  )
}
