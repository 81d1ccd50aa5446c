import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db, transact } from '#db/index.ts'
import { readRemarks } from '#app/features/catalogue/revising/desk-forms.ts'
import { readFieldNames, readWarnings } from '#app/features/catalogue/revising/review.server.ts'
import { returnRevision } from '#app/features/catalogue/revising/reviewing.server.ts'
import { isNeutral, readMember, readMembers } from '#app/features/catalogue/revising/reading.ts'
import { openRevision, refusedAct, type ActRefused } from '#app/features/catalogue/revising/revision-desk.server.ts'
import { ActPage } from '#app/features/catalogue/revising/ui/act-page.tsx'
import { nameIn, useLocale } from '#app/features/catalogue/revising/ui/both-names.tsx'
import { RemarkFields } from '#app/features/catalogue/revising/ui/remark-fields.tsx'
import { formData, typedOf } from '#app/platform/form.server.ts'
import { locales } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'

const remarkable = [...readMembers, 'images', 'documents'] as const

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { revision, href, locale } = await openRevision(request, params)
  const { content } = revision
  const [warnings, fieldNames] = await Promise.all([readWarnings(db, content), readFieldNames(db)])
  const textsOf = (member: (typeof remarkable)[number]) => {
    if (member === 'images') return content.images.map(({ alt }, at) => ({ language: locale, text: alt[locale] ?? alt.ja ?? alt.zh ?? String(at + 1) }))
    if (member === 'documents') return content.documents.map(({ name }) => ({ language: locale, text: name }))
    return (isNeutral(member) ? [locale] : locales).map((language) => ({ language, text: readMember(content, member, language, fieldNames[language]) })).filter(({ text }) => text)
  }
  return { href, name: content.name, warnings, members: remarkable.map((member) => ({ member, texts: textsOf(member) })), waiting: revision.state === 'submitted' }
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { clerk, revision, href } = await openRevision(request, params)
  const form = await formData(request)
  const read = readRemarks(form, ['', ...remarkable])
  if (!read.ok) return data<ActRefused>({ kept: { errors: read.errors, typed: typedOf(form) }, refused: null }, 400)
  const moved = await transact((tx) => returnRevision(tx, clerk, revision.id, read.remarks))
  return moved.ok ? redirect(`${href}?done=returned`) : refusedAct(request, moved.reason)
}

export default function Return() {
  const { t } = useTranslation('review')
  const { href, name, members, warnings, waiting } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const found = (member: string) => warnings.filter((warning) => warning.member === member).map(({ code, excerpt }) => [t(`warnings.code.${code}`), excerpt].filter(Boolean).join(' '))
  return (
    <ActPage act="return" name={nameIn(name, useLocale())} href={href} lead={t('return.lead')} refused={refused}>
      {!waiting && !refused && <p>{t('refused.already-moved')}</p>}
      <form method="post" noValidate>
        <RemarkFields members={members.map(({ member, texts }) => ({ member, texts, label: t(`members.${member}`), found: [...new Set(found(member))] }))} refused={refused} />
        <Button>{t('return.send')}</Button>
      </form>
    </ActPage>
  )
}
