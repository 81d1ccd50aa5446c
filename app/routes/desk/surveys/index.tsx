import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { surveyKinds } from '#db/schema/surveys.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { listQuestionnaires } from '#app/features/projects/surveys/questionnaires.server.ts'
import { listRounds } from '#app/features/projects/surveys/rounds.server.ts'
import styles from '#app/features/projects/surveys/ui/surveys.module.css'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  const [rounds, questionnaires] = await Promise.all([listRounds(db), listQuestionnaires(db)])
  return {
    href: `/${locale}/desk/surveys`,
    rounds: rounds.map(({ id, kind, state, closesOn, nameJa, nameZh }) => ({ id, kind, state, closesOn, ja: nameJa, zh: nameZh })),
    questionnaires: questionnaires.map(({ id, kind, nameJa, nameZh }) => ({ id, kind, ja: nameJa, zh: nameZh })),
  }
}

export default function Surveys() {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  const { href, rounds, questionnaires } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={t('desk.title')}>
      {surveyKinds.map((kind) => {
        const own = rounds.filter((round) => round.kind === kind)
        return (
          <section key={kind}>
            <h2>{t(kind === 'event' ? 'desk.events' : 'desk.rounds')}</h2>
            {own.length === 0 && <p>{t('desk.noRounds')}</p>}
            <ul className={styles.list}>
              {own.map((round) => (
                <li key={round.id}>
                  <a href={`${href}/${round.id}`}>{round[locale]}</a>
                  <span>{t(`roundStates.${round.state}`)}</span>
                  <span className={styles.small}>{t('desk.closes', { date: formatDate(round.closesOn, locale) })}</span>
                </li>
              ))}
            </ul>
            <p>
              <LinkButton href={`${href}/new?kind=${kind}`}>{t(kind === 'event' ? 'desk.newEvent' : 'desk.newRound')}</LinkButton>
            </p>
          </section>
        )
      })}
      <h2>{t('desk.questionnaires')}</h2>
      <ul className={styles.list}>
        {questionnaires.map((one) => (
          <li key={one.id}>
            <a href={`${href}/questionnaires/${one.id}`}>{one[locale]}</a>
            <span className={styles.small}>{t(`kinds.${one.kind}`)}</span>
          </li>
        ))}
      </ul>
      <p>
        <LinkButton tone="quiet" href={`${href}/questionnaires/new`}>
          {t('desk.newQuestionnaire')}
        </LinkButton>
      </p>
    </DeskPage>
  )
}
