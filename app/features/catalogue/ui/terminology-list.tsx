import { useTranslation } from 'react-i18next'
import { formatDate } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'
import { RecordTable } from '#app/ui/record-table.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { conceptStates, type Concept, type ConceptStateFilter } from '../concept-states.ts'
import type { Carried } from '../concept-desk.server.ts'
import { tongues, type Tongue } from '../terms.ts'
import { ConceptName, tongueLang, useDesk } from './concept-words.tsx'
import styles from './terminology.module.css'

export interface ListAddress {
  word: string
  state: ConceptStateFilter | null
  page: number
  carried: Carried | null
}

interface TerminologyListProps extends ListAddress {
  concepts: readonly Concept[]
  total: number
  pages: number
  counts: Record<'all' | ConceptStateFilter, number>
}

/** The terminology: by words, by state, page by page; every choice stands in the address. */
export function TerminologyList(shown: TerminologyListProps) {
  const { t } = useTranslation('terminology')
  const address = useAddress(shown)
  return (
    <>
      {shown.carried && <CarriedWord carried={shown.carried} />}
      <SearchForm shown={shown} />
      <Tabs label={t('filters')} tabs={([null, ...conceptStates] as const).map((state) => ({ href: address({ state, page: 1 }), label: t(`filter.${state ?? 'all'}`), count: shown.counts[state ?? 'all'], here: state === shown.state }))} />
      <p role="status">{shown.total > 0 ? t('count', { n: shown.total }) : t('none')}</p>
      {shown.concepts.length > 0 && <ConceptTable concepts={shown.concepts} carried={shown.carried} />}
      <Pager page={shown.page} pages={shown.pages} href={(page) => address({ page })} />
    </>
  )
}

const carriedQuery = (carried: Carried | null) => (carried ? `?${carried.tongue}=${encodeURIComponent(carried.word)}` : '')

function useAddress(shown: ListAddress) {
  const { desk } = useDesk()
  return (given: Partial<ListAddress>) => {
    const { word, state, page, carried } = { ...shown, ...given }
    const query = new URLSearchParams()
    if (word) query.set('word', word)
    if (state) query.set('state', state)
    if (carried) query.set(carried.tongue, carried.word)
    if (page > 1) query.set('page', String(page))
    return query.size > 0 ? `${desk}?${query}` : desk
  }
}

function CarriedWord({ carried }: { carried: Carried }) {
  const { t } = useTranslation('terminology')
  const { desk } = useDesk()
  return (
    <Notice tone="waiting">
      <p>
        <strong>{t('carried.choose', { word: carried.word })}</strong> {t('carried.none')}
      </p>
      <p className={styles.ways}>
        <a href={`${desk}/new${carriedQuery(carried)}`}>{t('carried.new')}</a>
        <a href={desk}>{t('carried.stop')}</a>
      </p>
    </Notice>
  )
}

function SearchForm({ shown: { word, state, carried } }: { shown: ListAddress }) {
  const { t } = useTranslation('terminology')
  const { desk } = useDesk()
  return (
    <form className={styles.search} role="search" action={desk} method="get">
      <label htmlFor="word">{t('search.label')}</label>
      <div>
        <input id="word" name="word" type="search" defaultValue={word} maxLength={100} autoComplete="off" />
        <Button>{t('search.send')}</Button>
        {word && (
          <LinkButton tone="quiet" href={`${desk}${carriedQuery(carried)}`}>
            {t('search.clear')}
          </LinkButton>
        )}
      </div>
      {state && <input type="hidden" name="state" value={state} />}
      {carried && <input type="hidden" name={carried.tongue} value={carried.word} />}
    </form>
  )
}

/** The reader's language comes first and leads to the concept. */
function ConceptTable({ concepts, carried }: { concepts: readonly Concept[]; carried: Carried | null }) {
  const { t } = useTranslation('terminology')
  const { locale, desk } = useDesk()
  const others = tongues.filter((tongue) => tongue !== locale)
  return (
    <RecordTable beside className={styles.list}>
      <thead>
        <tr>
          {[locale, ...others].map((tongue) => (
            <th key={tongue} scope="col">
              {t(`tongue.${tongue}`)}
            </th>
          ))}
          <th scope="col">{t('updatedAt')}</th>
        </tr>
      </thead>
      <tbody>
        {concepts.map((concept) => (
          <tr key={concept.id}>
            <td>
              <a href={`${desk}/${concept.id}${carriedQuery(carried)}`}>
                <ConceptName words={concept} />
              </a>{' '}
              {!concept.enabled && <span className={styles.off}>{t('disabled')}</span>} <span lang={tongueLang(locale)}>{concept[locale].slice(1).join('、')}</span>
            </td>
            {others.map((tongue: Tongue) => (
              <td key={tongue} data-label={t(`tongue.${tongue}`)} lang={tongueLang(tongue)}>
                {concept[tongue].join('、') || '—'}
              </td>
            ))}
            <td data-label={t('updatedAt')}>{formatDate(concept.updatedAt, locale)}</td>
          </tr>
        ))}
      </tbody>
    </RecordTable>
  )
}
