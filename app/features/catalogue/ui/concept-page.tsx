import { useTranslation } from 'react-i18next'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { Carried, EditRefused } from '../concept-desk.server.ts'
import type { Concept } from '../concept-states.ts'
import type { ConceptChange } from '../concepts.server.ts'
import { nameOf } from '../terms.ts'
import { ConceptHistory } from './concept-history.tsx'
import { ConceptName, EditRefusal, useDesk, WordFields } from './concept-words.tsx'
import styles from './terminology.module.css'

interface ConceptPageProps {
  concept: Concept
  /** how many listings it finds */
  finds: number
  changes: readonly ConceptChange[]
  carried: Carried | null
  done: string | null
  refused: EditRefused | undefined
}

const DONE = ['added', 'changed', 'merged', 'disabled', 'enabled'] as const

/** One concept at the desk: what it finds, its words, what may be done with it, its history. */
export function ConceptPage({ concept, finds, changes, carried, done, refused }: ConceptPageProps) {
  const { t } = useTranslation('terminology')
  const { desk } = useDesk()
  const said = refused ? undefined : DONE.find((one) => one === done)
  return (
    <DeskPage title={<ConceptName words={concept} />} actions={<a className={styles.act} href={desk}>{t('show.back')}</a>}>
      {said && (
        <Notice role="status">
          <p>{t(`done.${said}`)}</p>
        </Notice>
      )}
      {carried && !refused && (
        <Notice tone="waiting" role="status">
          <p>{t('carried.appended', { word: carried.word, tongue: t(`tongue.${carried.tongue}`) })}</p>
        </Notice>
      )}
      <EditRefusal refusal={refused?.refusal} now={concept} />
      {concept.enabled ? <Finds concept={concept} finds={finds} /> : <Notice tone="waiting">{t('show.off')}</Notice>}
      <div className={`${styles.layout} ${styles.even}`}>
        <section>
          <h2>{t('show.words')}</h2>
          <form method="post" action={`${desk}/${concept.id}`} noValidate>
            <input type="hidden" name="seen" value={concept.updatedAt.getTime()} />
            <WordFields words={carried ? { ...concept, [carried.tongue]: [...concept[carried.tongue], carried.word] } : concept} kept={refused?.kept} refusal={refused?.refusal} />
            <Button>{t('form.save')}</Button>
          </form>
        </section>
        <div>
          <section>
            <h2>{t('show.acts')}</h2>
            <Acts concept={concept} />
          </section>
          <section>
            <h2>{t('show.history')}</h2>
            <ConceptHistory changes={changes} />
          </section>
        </div>
      </div>
    </DeskPage>
  )
}

function Finds({ concept, finds }: { concept: Concept; finds: number }) {
  const { t } = useTranslation('terminology')
  const { locale } = useDesk()
  return (
    <p>
      {t('show.finds', { n: finds })}{' '}
      <a className={styles.act} href={`/${locale}/technologies?q=${encodeURIComponent(nameOf(concept, locale).text)}`}>
        {t('show.search')}
      </a>
    </p>
  )
}

function Acts({ concept }: { concept: Concept }) {
  const { t } = useTranslation('terminology')
  const { desk } = useDesk()
  return (
    <p className={styles.acts}>
      {(concept.enabled ? (['merging', 'disabling'] as const) : (['enabling'] as const)).map((act) => (
        <LinkButton key={act} tone={act === 'disabling' ? 'harm' : 'quiet'} href={`${desk}/${concept.id}/${act}`}>
          {t(`act.${act}`)}
        </LinkButton>
      ))}
    </p>
  )
}
