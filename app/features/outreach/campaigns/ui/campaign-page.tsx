import { useTranslation } from 'react-i18next'
import { formatDate, htmlLang, type Locale } from '#app/platform/locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Facts } from '#app/ui/facts.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Counts, type CountsProps } from './counts.tsx'
import styles from './campaigns.module.css'

export interface CampaignPageProps extends CountsProps {
  href: string
  /** what is printed */
  address: string
  page: { href: string; name: string } | null
  campaign: { code: string; partner: string; event: string; language: Locale; createdOn: string; endedOn: string | null; by: string | null }
}

/** A code as it is printed, what it is for, and how often it was opened. */
export function CampaignPage({ href, address, page, campaign, ...counts }: CampaignPageProps) {
  const { t, i18n } = useTranslation('campaigns')
  const locale = i18n.language as Locale
  const { code, language, createdOn, endedOn, by } = campaign
  return (
    <>
      {endedOn && (
        <Notice tone="waiting">
          <p>{t('endedText')}</p>
        </Notice>
      )}
      <div className={styles.sheet}>
        <div className={styles.print}>
          <img src={`${href}/qr.png`} alt={t('show.qr', { code })} width={240} height={240} />
          <p className={styles.big}>{code}</p>
          <p className={styles.files}>
            <a href={`${href}/qr.png?download`}>{t('show.png')}</a>
            <a href={`${href}/qr.svg`}>{t('show.svg')}</a>
          </p>
        </div>
        <div>
          <Facts
            facts={[
              [t('show.printed'), <code key="address">{address}</code>],
              [
                t('show.page'),
                page ? (
                  <a key="page" href={page.href} lang={language === locale ? undefined : htmlLang[language]}>
                    {page.name}
                  </a>
                ) : (
                  t('show.gone')
                ),
              ],
              [t('show.language'), t(`show.languages.${language}`)],
              [t('form.partner'), campaign.partner],
              [t('form.event'), campaign.event],
              [t('show.created'), t('show.createdBy', { date: formatDate(createdOn, locale), name: by ?? '—' })],
              [t('show.ended'), endedOn && formatDate(endedOn, locale)],
            ]}
          />
          <p className={styles.hint}>{t('show.size')}</p>
          <div className={styles.acts}>
            <LinkButton tone="quiet" href={`${href}/edit`}>
              {t('show.edit')}
            </LinkButton>
            <form method="post" action={`${href}/${endedOn ? 'reopening' : 'ending'}`}>
              <Button tone="quiet">{t(endedOn ? 'show.reopen' : 'show.end')}</Button>
            </form>
          </div>
        </div>
      </div>
      <Counts {...counts} />
    </>
  )
}
