import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { openParty } from '#app/features/projects/desk/open-party.server.ts'
import { viewPartyContacts } from '#app/features/projects/life/contacts.server.ts'
import { PartyContacts } from '#app/features/projects/ui/desk/party-contacts.tsx'
import { useBack } from '#app/features/projects/ui/desk/act-sheet.tsx'
import type { Locale } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { project, party, href, own } = await openParty(request, params)
  return { href, own, title: { ja: project.titleJa, zh: project.titleZh }, name: { ja: party.nameJa, zh: party.nameZh } }
}

/** Only a POST shows contacts, and every one of them is written down. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, party } = await openParty(request, params)
  return data({ contacts: await transact((tx) => viewPartyContacts(tx, clerk, party)) })
}

export default function Contacts() {
  const { t, i18n } = useTranslation('projectdesk')
  const { href, own, title, name } = useLoaderData<typeof loader>()
  const seen = useActionData<typeof action>()
  return (
    <Sheet title={t('contacts.title', { party: named(name, i18n.language as Locale).text })} back={useBack(href, title)}>
      {seen ? (
        <>
          <Notice role="status">
            <p>{t('contacts.recorded')}</p>
          </Notice>
          <PartyContacts contacts={seen.contacts} own={own} />
        </>
      ) : (
        <form method="post">
          <p>{t('contacts.lead')}</p>
          <Button>{t('contacts.show')}</Button>
        </form>
      )}
      <p>
        <LinkButton tone="quiet" href={`${own}/new`}>
          {t('contacts.new')}
        </LinkButton>
      </p>
    </Sheet>
  )
}
