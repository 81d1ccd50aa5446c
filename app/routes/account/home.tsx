import { redirect, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { requireHolder, requireRegistrant } from '#app/features/accounts/gate.server.ts'
import { firmListings, firmNumbers, firmTasks, nameOfCompany, PER_PAGE } from '#app/features/catalogue/firm-listings.server.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { agingListings } from '#app/features/catalogue/revising/confirming.server.ts'
import { dayAfter, steps } from '#app/features/catalogue/revising/freshness.ts'
import { offersOfFirm } from '#app/features/inquiries/needs/offering.server.ts'
import { FirmOffers } from '#app/features/inquiries/needs/ui/firm-offers.tsx'
import { inquiriesOfFirm, openQuestions } from '#app/features/inquiries/firm-results.server.ts'
import { FirmListings, FirmTotals } from '#app/features/inquiries/ui/firm-results.tsx'
import styles from '#app/features/inquiries/ui/firm-results.module.css'
import { FirmTasks } from '#app/features/inquiries/ui/firm-tasks.tsx'
import { today } from '#app/platform/clock.ts'
import type { Locale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DeskPage } from '#app/ui/desk-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Pager } from '#app/ui/pager.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  const holder = await requireHolder(request, locale)
  if (holder.role !== 'registrant') throw redirect(`/${locale}/desk`)
  if (!holder.companyId) throw redirect(`/${locale}/account/waiting`)
  const { companyId } = await requireRegistrant(request, locale)
  const company = await nameOfCompany(db, companyId)
  if (!company) missing()
  const { searchParams } = new URL(request.url)
  const page = Math.min(10_000, Math.max(1, Math.floor(Number(searchParams.get('page')) || 1)))
  const aging = await agingListings(db, companyId)
  const hidden = aging.filter((one) => one.hidden).length
  return {
    company: company.name,
    page,
    perPage: PER_PAGE,
    listings: await firmListings(db, companyId, page),
    numbers: await firmNumbers(db, companyId),
    inquiries: await inquiriesOfFirm(db, companyId),
    open: { questions: await openQuestions(db, companyId), tasks: await firmTasks(db, companyId), aging: { hidden, ending: aging.length - hidden } },
    offers: await offersOfFirm(db, companyId),
    soon: dayAfter(today(), steps[0]),
    ended: searchParams.get('done') === 'ended',
  }
}

export default function Home() {
  const { t, i18n } = useTranslation('tables')
  const locale = i18n.language as Locale
  const { company, page, perPage, listings, numbers, inquiries, open, offers, soon, ended } = useLoaderData<typeof loader>()
  const account = `/${locale}/account`
  const add = <LinkButton href={`${account}/technologies/new`}>{t('results.add')}</LinkButton>
  return (
    <DeskPage title={named(company, locale).text} actions={listings.total > 0 ? add : undefined}>
      {ended && (
        <Notice tone="waiting" role="status">
          <p>{t('results.task.ended')}</p>
        </Notice>
      )}
      <FirmTasks {...open} />
      {listings.total === 0 ? (
        <section className={styles.empty}>
          <h2>{t('results.emptyTitle')}</h2>
          <p>{t('results.empty')}</p>
          <p className={styles.actions}>
            {add}
            <LinkButton tone="quiet" href={`${account}/import`}>
              {t('results.byTable')}
            </LinkButton>
          </p>
        </section>
      ) : (
        <>
          <FirmTotals numbers={numbers} inquiries={inquiries.total} />
          <h2>{t('results.listings', { n: listings.total })}</h2>
          <FirmListings listings={listings.items} numbers={numbers} inquiries={inquiries.of} soon={soon} />
          <Pager page={page} pages={Math.ceil(listings.total / perPage)} href={(n) => `${account}?page=${n}`} />
        </>
      )}
      <FirmOffers offers={offers} />
      <section className={styles.own}>
        <h2>{t('own.title')}</h2>
        <p>{t('own.lead')}</p>
        <ul>
          <li>
            <a href={`${account}/export.csv`}>{t('own.csv')}</a>
          </li>
          <li>
            <a href={`${account}/export.json`}>{t('own.json')}</a>
          </li>
        </ul>
      </section>
    </DeskPage>
  )
}
