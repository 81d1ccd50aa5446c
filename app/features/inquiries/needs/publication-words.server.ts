import { sha256 } from '#app/platform/secrets.server.ts'
import { words, type Locale } from '#app/platform/locale.ts'
import type { NeedForm } from './need-form.ts'

type Worded = Pick<NeedForm, 'titleJa' | 'titleZh' | 'textJa' | 'textZh' | 'fields' | 'organisationKind'> & { region: string | null; size: string | null }

/** All that the public would read, as one string; a change in any of it is another text. */
export const wordsOfNeed = ({ titleJa, titleZh, textJa, textZh, fields, organisationKind, region, size }: Worded): string =>
  JSON.stringify([titleJa, titleZh, textJa, textZh, fields, organisationKind ?? null, region ?? null, size ?? null])

/** The hash of exactly what was shown and agreed to: the sentence beside the box, and the words that would be public. */
export const publicationHash = (need: Worded, locale: Locale): string => sha256(`${words[locale].needs.consent.agreeText}\n\n${wordsOfNeed(need)}`)
