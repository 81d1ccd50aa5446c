import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { transact } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import type { ActRefused } from '#app/features/projects/desk/desk-act.server.ts'
import { openParty } from '#app/features/projects/desk/open-party.server.ts'
import { addPartyContact } from '#app/features/projects/life/contacts.server.ts'
import { contactForm } from '#app/features/projects/life/form.ts'
import { ActSheet } from '#app/features/projects/ui/desk/act-sheet.tsx'
import { readForm } from '#app/platform/form.server.ts'
import type { Locale } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextField } from '#app/ui/field.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { party, own } = await openParty(request, params)
  return { own, side: party.side, name: { ja: party.nameJa, zh: party.nameZh } }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, party, href } = await openParty(request, params)
  const read = await readForm(request, contactForm)
  if (!read.ok) return data<ActRefused>({ kept: read, refused: null }, 400)
  await transact((tx) => addPartyContact(tx, clerk.id, party, read.value))
  return redirect(`${href}?done=contact`, 303)
}

export default function NewContact() {
  const { t, i18n } = useTranslation('projectdesk')
  const { own, side, name } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const kept = refused?.kept
  return (
    <ActSheet title={t('contacts.new')} lead={t('contacts.newLead')} back={{ href: own, label: named(name, i18n.language as Locale).text }} refused={refused}>
      <form method="post" noValidate>
        <TextField name="person" label={t('contacts.person')} required maxLength={60} kept={kept} />
        <TextField name="role" label={t('contacts.role')} maxLength={120} kept={kept} />
        <TextField name="email" type="email" label={t('contacts.email')} hint={t('contacts.emailHint')} kept={kept} />
        <TextField name="phone" type="tel" label={t('contacts.phone')} kept={kept} />
        <TextField name="wechat" label={t('contacts.wechat')} kept={kept} />
        <Choices name="language" label={t('contacts.language')} required chosen={side === 'japan' ? 'ja' : 'zh'} options={(['ja', 'zh'] as const).map((value) => ({ value, label: t(`contacts.languages.${value}`) }))} kept={kept} />
        <Button>{t('send')}</Button>
      </form>
    </ActSheet>
  )
}
