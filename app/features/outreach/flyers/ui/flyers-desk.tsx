import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { Written } from '#app/ui/written.tsx'
import styles from './flyer-page.module.css'

interface FlyersDeskProps {
  logos: { id: string; name: string }[]
  collections: { id: string; code: string; title: string; n: number; on: string }[]
  done: string | null
  page: number
  pages: number
}

/** Partners' logos for flyers, and the catalogues that were put together. */
export function FlyersDesk({ logos, collections, done, page, pages }: FlyersDeskProps) {
  const { t, i18n } = useTranslation('flyers')
  const desk = `/${i18n.language}/desk/flyers`
  return (
    <>
      {(done === 'added' || done === 'removed') && <Notice role="status">{t(`logos.${done}`)}</Notice>}
      <h2>{t('logos.title')}</h2>
      <p>{t('logos.lead')}</p>
      {logos.length === 0 && <p>{t('logos.none')}</p>}
      <ul className={styles.plain}>
        {logos.map(({ id, name }) => (
          <li key={id} className={styles.row}>
            <a href={`/${i18n.language}/flyer?partner=${id}`}>
              <Written text={name} />
            </a>
            <Removal to={`${desk}/logos/${id}/removal`} />
          </li>
        ))}
      </ul>
      <h2>{t('desk.collections')}</h2>
      <p>{t('desk.collectionsLead')}</p>
      {collections.length === 0 && <p>{t('desk.noCollections')}</p>}
      <ul className={styles.plain}>
        {collections.map(({ id, code, title, n, on }) => (
          <li key={id} className={styles.row}>
            <span>
              <a href={`/${i18n.language}/collections/${code}`}>
                <Written text={title} />
              </a>{' '}
              <small>
                {on}・{t('desk.n', { n })}
              </small>
            </span>
            <Removal to={`${desk}/collections/${id}/removal`} />
          </li>
        ))}
      </ul>
      <Pager page={page} pages={pages} href={(at) => `${desk}?page=${at}`} />
    </>
  )
}

/** Asks once. */
function Removal({ to }: { to: string }) {
  const { t } = useTranslation('flyers')
  return (
    <details>
      <summary>{t('logos.remove')}</summary>
      <form method="post" action={to}>
        <p>{t('desk.undo')}</p>
        <Button tone="harm" size="small">
          {t('desk.confirm')}
        </Button>
      </form>
    </details>
  )
}
