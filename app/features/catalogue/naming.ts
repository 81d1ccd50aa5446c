import type { Bilingual } from '#db/schema/catalogue.ts'
import { pick, type Locale } from '#app/platform/locale.ts'

/** A field of the taxonomy as pages show it. */
export interface Field {
  id: string
  parentId: string | null
  ja: string
  zh: string
}

export const named = (text: Bilingual, locale: Locale): { text: string; lang: Locale } => pick(text, locale) ?? { text: '—', lang: locale }
