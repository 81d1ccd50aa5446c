import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { requireHolder } from '#app/features/accounts/gate.server.ts'
import { joiningOfPerson } from '#app/features/catalogue/joining/data.server.ts'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { localeOf } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** What somebody without a firm sees: how far the office is, or that there is nothing to wait for. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const { id, role, companyId } = await requireHolder(request, locale)
  if (role !== 'registrant') throw redirect(`/${locale}/desk`)
  if (companyId) throw redirect(`/${locale}/account`)
  const joining = await joiningOfPerson(db, id)
  const state = joining?.state === 'waiting' || joining?.state === 'rejected' ? joining.state : ('none' as const)
  return { state, firm: joining?.content.nameJa ?? null, asked: joining?.createdAt ?? null, reason: state === 'rejected' ? (joining?.reason ?? null) : null }
}

export default function Waiting() {
  const { t, i18n } = useTranslation('joining')
  const { state, firm, asked, reason } = useLoaderData<typeof loader>()
  const locale = i18n.language as Locale
  return (
    <Sheet title={t('waiting.title')}>
      <Notice tone={state === 'rejected' ? 'harm' : 'waiting'}>
        <p>
          <strong>{t(`waiting.${state}.title`)}</strong>
        </p>
        <p>{t(`waiting.${state}.text`)}</p>
      </Notice>
      {state !== 'none' && (
        <Facts facts={[[t('waiting.firm'), firm], [t('waiting.asked'), asked && formatDate(new Date(asked), locale)], [t('waiting.reason'), reason]]} />
      )}
      <LinkButton tone="quiet" href={`/${locale}/inquiries/new`}>
        {t('waiting.office')}
      </LinkButton>
    </Sheet>
  )
}
