import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import type { Likeness } from '../duplicates.server.ts'
import { FirmName } from './firm-name.tsx'
import styles from './joining.module.css'

interface DuplicatesProps {
  firms: readonly Likeness[]
  asking: readonly { id: string; name: string | null }[]
  /** the address of what was asked, to merge it from here; null: it is decided */
  href: string | null
}

/** Firms and requests that are probably the same one, and why; where there are none the page says that it looked. */
export function Duplicates({ firms, asking, href }: DuplicatesProps) {
  const { t, i18n } = useTranslation('joining')
  const desk = `/${i18n.language}/desk`
  if (firms.length + asking.length === 0) return <p>{t('duplicates.none')}</p>
  return (
    <Notice tone="waiting">
      <h2>{t('duplicates.title')}</h2>
      <p>{t('duplicates.lead')}</p>
      <ul className={styles.list}>
        {firms.map(({ id, name, why }) => (
          <li key={id}>
            <a href={`${desk}/companies/${id}`}>
              <FirmName name={name} />
            </a>
            <span className={styles.soft}>{why.map((one) => t(`duplicates.why.${one}`)).join('、')}</span>
            {href && (
              <span>
                <a href={`${href}/merging?into=${encodeURIComponent(id)}`}>{t('duplicates.merge')}</a>
              </span>
            )}
          </li>
        ))}
        {asking.map(({ id, name }) => (
          <li key={id}>
            <a href={`${desk}/joinings/${id}`}>{name}</a>
            <span className={styles.soft}>{t('duplicates.asking')}</span>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
