import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { z } from 'zod'
import { db } from '#db/index.ts'
import { openRevision, revisionAct } from '#app/features/catalogue/revising/revision-desk.server.ts'
import { askForSignOff } from '#app/features/catalogue/revising/signing.server.ts'
import { peopleOf } from '#app/features/catalogue/revising/telling.server.ts'
import { ActPage } from '#app/features/catalogue/revising/ui/act-page.tsx'
import { nameIn, useLocale } from '#app/features/catalogue/revising/ui/both-names.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Written } from '#app/ui/written.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { revision, company, href } = await openRevision(request, params)
  return { href, name: revision.content.name, people: (await peopleOf(db, company.id)).map((person) => person.name) }
}

export const action = revisionAct(z.object({}), 'asked', (tx, clerk, { id }) => askForSignOff(tx, clerk, id))

export default function SignOffRequest() {
  const { t } = useTranslation('review')
  const { href, name, people } = useLoaderData<typeof loader>()
  return (
    <ActPage act="sign-off-request" name={nameIn(name, useLocale())} href={href} lead={t('request.lead')} refused={useActionData<typeof action>()}>
      {people.length > 0 ? (
        <p>
          <Written text={t('request.to', { names: people.join('、') })} />
        </p>
      ) : (
        <Notice tone="waiting">
          <p>{t('request.nobody')}</p>
        </Notice>
      )}
      <form method="post">
        <Button>{t('request.send')}</Button>
      </form>
    </ActPage>
  )
}
