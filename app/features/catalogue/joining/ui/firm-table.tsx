import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import desk from '../../ui/terminology.module.css'
import type { FirmRow } from '../firms.server.ts'
import { FirmName } from './firm-name.tsx'
import styles from './joining.module.css'

interface FirmTableProps {
  q: string
  page: number
  pages: number
  total: number
  firms: readonly FirmRow[]
}

/** All firms by name, page by page. */
export function FirmTable({ q, page, pages, total, firms }: FirmTableProps) {
  const { t, i18n } = useTranslation(['joining', 'catalogue'])
  const here = `/${i18n.language}/desk/companies`
  return (
    <>
      <form className={desk.search} role="search" action={here} method="get">
        <label htmlFor="q">{t('firms.search')}</label>
        <div>
          <input id="q" name="q" type="search" defaultValue={q} maxLength={100} autoComplete="off" />
          <Button>{t('firms.send')}</Button>
        </div>
      </form>
      <p role="status">{total > 0 ? t('firms.count', { n: total }) : t('merging.none')}</p>
      {firms.length > 0 && (
        <RecordTable beside className={desk.list}>
          <thead>
            <tr>
              <th scope="col">{t('firms.name')}</th>
              <th scope="col">{t('form.prefecture')}</th>
              <th scope="col">{t('firms.technologies')}</th>
              <th scope="col">{t('firms.people')}</th>
              <th scope="col">{t('firms.state')}</th>
            </tr>
          </thead>
          <tbody>
            {firms.map(({ id, name, prefecture, technologies, people, state }) => (
              <tr key={id}>
                <td>
                  <a href={`${here}/${id}`}>
                    <FirmName name={name} />
                  </a>
                </td>
                <td data-label={t('form.prefecture')}>{prefecture ? t(`catalogue:prefectures.${prefecture}` as 'catalogue:prefectures.JP-01') : '—'}</td>
                <td data-label={t('firms.technologies')}>{technologies}</td>
                <td data-label={t('firms.people')}>{people}</td>
                <td data-label={t('firms.state')}>
                  <span className={styles.chip}>{t(`firms.states.${state}`)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </RecordTable>
      )}
      <Pager page={page} pages={pages} href={(to) => `${here}?${new URLSearchParams({ ...(q && { q }), page: String(to) })}`} />
    </>
  )
}
