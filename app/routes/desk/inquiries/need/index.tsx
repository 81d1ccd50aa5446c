import type { LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { deskAct, openDeskCase } from '#app/features/inquiries/desk-act.server.ts'
import { firstWords, needOf, saveNeed } from '#app/features/inquiries/needs/drafting.server.ts'
import { needForm } from '#app/features/inquiries/needs/need-form.ts'
import { agreedTo } from '#app/features/inquiries/needs/publishing.server.ts'
import { BothLanguages, NeedFacts } from '#app/features/inquiries/needs/ui/need-facts.tsx'
import { NeedFields, NeedState } from '#app/features/inquiries/needs/ui/need-desk.tsx'
import styles from '#app/features/inquiries/needs/ui/needs.module.css'
import { Refused } from '#app/features/inquiries/ui/act-page.tsx'
import { htmlLang, translator } from '#app/platform/locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { inquiry, href, buyerLocale } = await openDeskCase(request, params)
  const need = await needOf(db, inquiry.id)
  const t = translator(buyerLocale)
  const first = firstWords(inquiry, { process: t('inquiries:form.process'), presentData: t('inquiries:form.presentData'), goal: t('inquiries:form.goal') })
  const done = new URL(request.url).searchParams.get('done')
  return { href, ticket: inquiry.ticket, message: inquiry.message, lang: htmlLang[buyerLocale], need, words: need ?? first, agreedAt: need && (await agreedTo(db, need)), fields: await readFields(db), done }
}

export const action = deskAct(needForm, 'need-saved', (tx, clerk, { id }, form) => saveNeed(tx, clerk, id, form), '/need')

export default function NeedAtDesk() {
  const { t } = useTranslation(['needs', 'desk'])
  const { href, ticket, message, lang, need, words, agreedAt, fields, done } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <DeskPage title={t('desk.title')} actions={<a href={href}>← {ticket}</a>}>
      <p>{t('desk.lead')}</p>
      {done && !refused && (
        <Notice role="status">
          <p>{t(`desk:inquiries.done.${done}` as 'desk:inquiries.done.need-saved', { defaultValue: '' })}</p>
        </Notice>
      )}
      <Refused refused={refused} />
      <NeedState need={need} agreedAt={agreedAt} href={`${href}/need`} />
      <h2>{t('desk.words')}</h2>
      {need?.state === 'published' ? (
        <>
          <p>{t('desk.locked')}</p>
          <BothLanguages need={need} />
          <NeedFacts need={need} fields={fields} />
        </>
      ) : (
        <form method="post" noValidate>
          <p>{t('desk.wordsHint')}</p>
          <details className={styles.box}>
            <summary>{t('desk.source')}</summary>
            <p className={styles.text} lang={lang}>
              {message}
            </p>
          </details>
          <NeedFields words={words as Parameters<typeof NeedFields>[0]['words']} fields={fields} kept={refused?.kept} />
          {agreedAt && <p>{t('desk.changed')}</p>}
          <Button>{t('desk.save')}</Button>
        </form>
      )}
    </DeskPage>
  )
}
