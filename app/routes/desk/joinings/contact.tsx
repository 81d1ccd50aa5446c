import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { viewApplicant } from '#app/features/catalogue/joining/contacts.server.ts'
import { openJoining } from '#app/features/catalogue/joining/joining-desk.server.ts'
import { missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { asked, href } = await openJoining(request, params)
  return { href, name: asked.joining.content.nameJa ?? '' }
}

/** Only a POST shows an address, and every one of them is written down. */
export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, asked } = await openJoining(request, params)
  const person = await transact((tx) => viewApplicant(tx, clerk, asked.joining.id))
  if (!person) missing()
  return data(person)
}

export default function Contact() {
  const { t } = useTranslation('joining')
  const { href, name } = useLoaderData<typeof loader>()
  const seen = useActionData<typeof action>()
  return (
    <Sheet title={t('contact.title')} back={{ href, label: name }}>
      {seen ? (
        <>
          <Notice role="status">
            <p>{t('contact.recorded')}</p>
          </Notice>
          <Facts facts={[[t('form.person'), seen.name], [t('form.email'), seen.email]]} />
        </>
      ) : (
        <form method="post">
          <p>{t('contact.lead')}</p>
          <Button>{t('contact.show')}</Button>
        </form>
      )}
    </Sheet>
  )
}
