import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { suggestSlug } from '#app/features/catalogue/revising/addresses.server.ts'
import { contactsReasons } from '#app/features/catalogue/revising/decisions.ts'
import { publicationForm, SLUG_MOST } from '#app/features/catalogue/revising/desk-forms.ts'
import { readWarnings } from '#app/features/catalogue/revising/review.server.ts'
import { publishRevision } from '#app/features/catalogue/revising/reviewing.server.ts'
import { openRevision, revisionAct } from '#app/features/catalogue/revising/revision-desk.server.ts'
import { unsignedLanguages } from '#app/features/catalogue/revising/signing.server.ts'
import { ActPage, Edition, useSay } from '#app/features/catalogue/revising/ui/act-page.tsx'
import { nameIn, useLocale } from '#app/features/catalogue/revising/ui/both-names.tsx'
import { WarningList } from '#app/features/catalogue/revising/ui/warning-list.tsx'
import { showContacts } from '#app/features/catalogue/revising/warnings.ts'
import { Button } from '#app/ui/button.tsx'
import { Choices, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { revision, technology, company, href } = await openRevision(request, params)
  const { name } = revision.content
  const warnings = await readWarnings(db, revision.content)
  const slug = technology.publishedRevisionId ? null : technology.slug === technology.id ? await suggestSlug(db, name, technology.id) : technology.slug
  return {
    href, name, slug, warnings, edition: revision.edition, contacts: showContacts(warnings), waiting: revision.state === 'submitted', unsigned: unsignedLanguages(revision),
    firstOfCompany: company.state !== 'published', wanted: revision.translationWanted,
  }
}

export const action = revisionAct(
  publicationForm,
  'published',
  (tx, clerk, { id }, { edition, slug, contacts }) => publishRevision(tx, clerk, id, edition, { slug, contacts }),
  async ({ revision, technology }, { slug, contacts }) => {
    const errors: Record<string, string[]> = {}
    if (!contacts && showContacts(await readWarnings(db, revision.content))) errors.contacts = ['choose']
    if (!slug && !technology.publishedRevisionId) errors.slug = ['required']
    return Object.keys(errors).length > 0 ? errors : null
  },
)

export default function Publication() {
  const { t } = useTranslation('review')
  const say = useSay()
  const { href, name, slug, warnings, edition, contacts, waiting, unsigned, firstOfCompany, wanted } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const ready = waiting && unsigned.length === 0
  return (
    <ActPage act="publication" name={nameIn(name, useLocale())} href={href} lead={t('publication.lead')} refused={refused}>
      {!waiting && !refused && <p>{t('refused.already-moved')}</p>}
      {waiting && unsigned.length > 0 && (
        <Notice tone="waiting">
          <p>{t('publication.unsigned', { languages: unsigned.map((language) => t(`language.${language}`)).join('、') })}</p>
        </Notice>
      )}
      {ready && wanted && (
        <Notice tone="waiting">
          <p>{t('publication.wanted')}</p>
        </Notice>
      )}
      {warnings.length > 0 && (
        <>
          <h2>{t('publication.warnings', { n: warnings.length })}</h2>
          <WarningList warnings={warnings} href={href} />
        </>
      )}
      {ready && (
        <form method="post" noValidate>
          <Edition edition={edition} />
          {contacts && <Choices name="contacts" label={t('publication.contacts')} required kept={refused?.kept} say={say} options={contactsReasons.map((value) => ({ value, label: t(`publication.reason.${value}`) }))} />}
          {slug !== null && <TextField name="slug" label={t('publication.slug')} hint={t('publication.slugHint')} required maxLength={SLUG_MOST} defaultValue={slug} kept={refused?.kept} say={say} autoCapitalize="none" spellCheck={false} />}
          {firstOfCompany && <p>{t('publication.company')}</p>}
          <Button>{t('publication.send')}</Button>
        </form>
      )}
    </ActPage>
  )
}
