import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { companyAct, readCompanyAct } from '#app/features/catalogue/revising/company-act.server.ts'
import { submitCompanyDraft } from '#app/features/catalogue/revising/company-drafts.server.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const loader = readCompanyAct
export const action = companyAct('submitted', submitCompanyDraft)

export default function CompanySubmission() {
  const { t } = useTranslation('editor')
  const { name, home, preview, edition, state, lacks } = useLoaderData<typeof loader>()
  const refusal = useActionData<typeof action>()?.refusal
  return (
    <Sheet title={t('companySubmission.title')} lead={name} back={{ href: home }}>
      {refusal && (
        <Notice tone="harm" role="alert">
          <p>{t([`refusals.${refusal}` as 'refusals.gone', 'refusals.already-moved'])}</p>
        </Notice>
      )}
      {state !== 'draft' && state !== 'returned' ? (
        <Notice>{t('companySubmission.nothing')}</Notice>
      ) : lacks.length > 0 ? (
        <Notice tone="waiting">
          {lacks.map((lack) => (
            <p key={lack}>{t(`companySubmission.lacks.${lack}`)}</p>
          ))}
        </Notice>
      ) : (
        <>
          <p>{t('companySubmission.text')}</p>
          <p>
            <LinkButton tone="quiet" href={preview}>
              {t('toPreview')}
            </LinkButton>
          </p>
          <form method="post">
            <input type="hidden" name="edition" value={edition} />
            <Button>{t('companySubmission.send')}</Button>
          </form>
        </>
      )}
    </Sheet>
  )
}
