import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import type { FirmRow } from '../firms.server.ts'
import { FirmName } from './firm-name.tsx'
import styles from './joining.module.css'
import desk from '../../ui/terminology.module.css'

/** Looks for the company to merge into. */
export function FirmSearch({ q, found }: { q: string; found: readonly FirmRow[] | null }) {
  const { t } = useTranslation(['joining', 'catalogue'])
  return (
    <>
      <form className={desk.search} role="search" method="get">
        <label htmlFor="q">{t('merging.find')}</label>
        <div>
          <input id="q" name="q" type="search" defaultValue={q} maxLength={100} autoComplete="off" />
          <Button>{t('merging.search')}</Button>
        </div>
      </form>
      {found?.length === 0 && <p role="status">{t('merging.none')}</p>}
      {found && found.length > 0 && (
        <>
          <h2>{t('merging.choose')}</h2>
          <ul className={styles.list}>
            {found.map(({ id, name, prefecture, technologies }) => (
              <li key={id}>
                <a href={`?into=${encodeURIComponent(id)}`}>
                  <FirmName name={name} />
                </a>
                <span className={styles.soft}>
                  {[prefecture && t(`catalogue:prefectures.${prefecture}` as 'catalogue:prefectures.JP-01'), t('catalogue:company.technologiesCount', { n: technologies })].filter(Boolean).join('、')}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
