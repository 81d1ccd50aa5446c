import { translator, type Locale } from '#app/platform/locale.ts'

/** For heads: where readers' programs find what is new. */
export const newestFeed = (locale: Locale) => ({ title: translator(locale)('feeds:title'), path: `/${locale}/feeds/technologies.atom` })
export const fieldFeed = (locale: Locale, field: { id: string; name: string }) => ({ title: translator(locale)('feeds:titleField', { field: field.name }), path: `/${locale}/feeds/${field.id}.atom` })
