import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { openDeskRound } from '#app/features/projects/surveys/desk-open.server.ts'
import { interviewsOf } from '#app/features/projects/surveys/interviews.server.ts'
import { readRecipients } from '#app/features/projects/surveys/rounds.server.ts'
import styles from '#app/features/projects/surveys/ui/surveys.module.css'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { round, href } = await openDeskRound(request, params)
  const [talks, recipients] = await Promise.all([interviewsOf(db, round.id), readRecipients(db, round.id)])
  const names = new Map(recipients.map((one) => [one.partyId, { ja: one.nameJa, zh: one.nameZh }]))
  return { href, talks: talks.map(({ id, on, how, partyId, people }) => ({ id, on, how, people, party: names.get(partyId ?? '') ?? { ja: null, zh: null } })) }
}

export default function Interviews() {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  const { href, talks } = useLoaderData<typeof loader>()
  return (
    <DeskPage title={t('desk.interviews')} actions={<LinkButton href={`${href}/interviews/new`}>{t('desk.addInterview')}</LinkButton>}>
      <p>
        <a href={href}>{t('desk.backRound')}</a>
      </p>
      {talks.length === 0 && <p>{t('interview.none')}</p>}
      <ul className={styles.list}>
        {talks.map(({ id, on, how, party, people }) => (
          <li key={id}>
            <a href={`${href}/interviews/${id}`}>{named(party, locale).text}</a>
            <span>{formatDate(on, locale)}</span>
            <span>{t(`interviewWays.${how}`)}</span>
            <span className={styles.small}>{people.join('、')}</span>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}
