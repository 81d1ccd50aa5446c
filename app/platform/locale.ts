import { createInstance, type i18n, type TFunction } from 'i18next'
import { initReactI18next } from 'react-i18next'
import jaAccounts from '#locales/ja/accounts.json'
import jaCatalogue from '#locales/ja/catalogue.json'
import jaDesk from '#locales/ja/desk.json'
import jaInquiries from '#locales/ja/inquiries.json'
import jaLetters from '#locales/ja/letters.json'
import jaProjectdesk from '#locales/ja/projectdesk.json'
import jaProjects from '#locales/ja/projects.json'
import jaSite from '#locales/ja/site.json'
import jaTerminology from '#locales/ja/terminology.json'
import zhAccounts from '#locales/zh/accounts.json'
import zhCatalogue from '#locales/zh/catalogue.json'
import zhDesk from '#locales/zh/desk.json'
import zhInquiries from '#locales/zh/inquiries.json'
import zhLetters from '#locales/zh/letters.json'
import zhProjectdesk from '#locales/zh/projectdesk.json'
import zhProjects from '#locales/zh/projects.json'
import zhSite from '#locales/zh/site.json'
import zhTerminology from '#locales/zh/terminology.json'
import jaSecurity from '#locales/ja/security.json'
import jaJoining from '#locales/ja/joining.json'
import jaFiles from '#locales/ja/files.json'
import jaEditor from '#locales/ja/editor.json'
import jaReview from '#locales/ja/review.json'
import jaFreshness from '#locales/ja/freshness.json'
import jaTables from '#locales/ja/tables.json'
import jaInbox from '#locales/ja/inbox.json'
import zhInbox from '#locales/zh/inbox.json'
import jaConversation from '#locales/ja/conversation.json'
import zhConversation from '#locales/zh/conversation.json'
import jaPosters from '#locales/ja/posters.json'
import zhPosters from '#locales/zh/posters.json'
import jaCampaigns from '#locales/ja/campaigns.json'
import zhCampaigns from '#locales/zh/campaigns.json'
import jaCasework from '#locales/ja/casework.json'
import jaNeeds from '#locales/ja/needs.json'
import jaSurveys from '#locales/ja/surveys.json'
import zhSurveys from '#locales/zh/surveys.json'
import jaNumbers from '#locales/ja/numbers.json'
import jaReport from '#locales/ja/report.json'
import zhReport from '#locales/zh/report.json'
import jaTrust from '#locales/ja/trust.json'
import zhSecurity from '#locales/zh/security.json'
import zhJoining from '#locales/zh/joining.json'
import zhFiles from '#locales/zh/files.json'
import zhEditor from '#locales/zh/editor.json'
import zhReview from '#locales/zh/review.json'
import zhFreshness from '#locales/zh/freshness.json'
import zhTables from '#locales/zh/tables.json'
import zhCasework from '#locales/zh/casework.json'
import zhNeeds from '#locales/zh/needs.json'
import jaFlyers from '#locales/ja/flyers.json'
import zhFlyers from '#locales/zh/flyers.json'
import zhNumbers from '#locales/zh/numbers.json'
import zhTrust from '#locales/zh/trust.json'
import jaLanding from '#locales/ja/landing.json'
import zhLanding from '#locales/zh/landing.json'
import jaFeeds from '#locales/ja/feeds.json'
import zhFeeds from '#locales/zh/feeds.json'
import jaSharing from '#locales/ja/sharing.json'
import zhSharing from '#locales/zh/sharing.json'

const ja = {
  site: jaSite, accounts: jaAccounts, catalogue: jaCatalogue, inquiries: jaInquiries, desk: jaDesk, letters: jaLetters, terminology: jaTerminology,
  security: jaSecurity, joining: jaJoining, files: jaFiles, editor: jaEditor, review: jaReview, freshness: jaFreshness, tables: jaTables, casework: jaCasework, conversation: jaConversation, needs: jaNeeds, inbox: jaInbox, numbers: jaNumbers, report: jaReport, trust: jaTrust, projects: jaProjects, projectdesk: jaProjectdesk, surveys: jaSurveys, landing: jaLanding, feeds: jaFeeds, campaigns: jaCampaigns, posters: jaPosters, sharing: jaSharing, flyers: jaFlyers,
}

type Same<T> = { [K in keyof T]: T[K] extends string ? string : Same<T[K]> }
const zh = {
  site: zhSite,
  accounts: zhAccounts,
  catalogue: zhCatalogue,
  inquiries: zhInquiries,
  desk: zhDesk,
  letters: zhLetters,
  terminology: zhTerminology,
  security: zhSecurity,
  joining: zhJoining,
  files: zhFiles,
  editor: zhEditor,
  review: zhReview,
  freshness: zhFreshness,
  tables: zhTables,
  casework: zhCasework,
  conversation: zhConversation,
  needs: zhNeeds,
  inbox: zhInbox,
  flyers: zhFlyers,
  numbers: zhNumbers,
  report: zhReport,
  trust: zhTrust,
  projects: zhProjects,
  projectdesk: zhProjectdesk,
  surveys: zhSurveys,
  landing: zhLanding,
  feeds: zhFeeds,
  campaigns: zhCampaigns,
  posters: zhPosters,
  sharing: zhSharing,
} satisfies Same<typeof ja>

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'site'
    resources: typeof ja
  }
}

export const words = { ja, zh }
export const locales = ['ja', 'zh'] as const
export type Locale = (typeof locales)[number]
export const otherLocale = (locale: Locale): Locale => (locale === 'ja' ? 'zh' : 'ja')
export const isLocale = (value: unknown): value is Locale => value === 'ja' || value === 'zh'
/** What `lang` says in HTML. */
export const htmlLang = { ja: 'ja', zh: 'zh-Hans' } as const

function instance(lng: Locale): i18n {
  const made = createInstance()
  void made.use(initReactI18next).init({
    lng,
    fallbackLng: false,
    initAsync: false,
    showSupportNotice: false,
    defaultNS: 'site',
    ns: Object.keys(ja),
    resources: { [lng]: lng === 'ja' ? ja : zh },
    interpolation: { escapeValue: false },
    returnNull: false,
    react: { useSuspense: false },
  })
  return made
}

export const i18nOf: Record<Locale, i18n> = { ja: instance('ja'), zh: instance('zh') }

/** Words outside of React, e.g. in letters: `translator(locale)('letters:receipt.title')`. */
type Domain = keyof typeof ja
export const translator = (locale: Locale) => i18nOf[locale].t as TFunction<['site', ...Domain[]]>

/** The text of a language, or the other one's with its language told. */
export function pick(text: { ja: string | null; zh: string | null } | null | undefined, locale: Locale): { text: string; lang: Locale } | null {
  if (!text) return null
  const own = text[locale]
  if (own) return { text: own, lang: locale }
  const other = text[otherLocale(locale)]
  return other ? { text: other, lang: otherLocale(locale) } : null
}

/** A day or a moment as the reader's language writes it, in the time of Tokyo (ja) or Beijing (zh). */
export function formatDate(at: Date | string, locale: Locale): string {
  if (typeof at === 'string') {
    const [year, month, day] = at.split('-').map(Number)
    return `${year}年${month}月${day}日`
  }
  return new Intl.DateTimeFormat(htmlLang[locale], { dateStyle: 'long', timeZone: zoneOf[locale] }).format(at)
}

export function formatTime(at: Date, locale: Locale): string {
  return new Intl.DateTimeFormat(htmlLang[locale], { dateStyle: 'medium', timeStyle: 'short', timeZone: zoneOf[locale] }).format(at)
}

export const zoneOf = { ja: 'Asia/Tokyo', zh: 'Asia/Shanghai' } as const
