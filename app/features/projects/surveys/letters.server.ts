import { env } from '#app/platform/env.server.ts'
import { currentToken } from '#app/platform/links.server.ts'
import { formatDate, pick, translator } from '#app/platform/locale.ts'
import type { Composer } from '#app/platform/mail.server.ts'
import { readAsked, takesAnswers } from './answering.server.ts'

/** Asks a party, or reminds it; nothing to say once it has answered or the round is over. */
const asking =
  (kind: 'invitation' | 'reminder'): Composer =>
  async (db, { payload }, locale) => {
    const asked = await readAsked(db, payload.recipient ?? '')
    const token = asked && (await currentToken(db, 'survey', asked.recipient.id))
    if (!asked || !token || !takesAnswers(asked.round)) return null
    if (kind === 'reminder' && !['sent', 'reminded', 'partly'].includes(asked.recipient.state)) return null
    const t = translator(locale)
    const { project, party, round, recipient } = asked
    const values = {
      round: pick({ ja: round.nameJa, zh: round.nameZh }, locale)!.text,
      title: pick({ ja: project.titleJa, zh: project.titleZh }, locale)?.text ?? '',
      party: pick({ ja: party.nameJa, zh: party.nameZh }, locale)?.text ?? '',
      date: formatDate(round.closesOn, locale),
    }
    const lead = kind === 'reminder' && recipient.state === 'partly' ? 'partly' : kind
    return {
      title: t(`surveys:letters.${kind}.title`, values),
      paragraphs: [t('surveys:letters.greeting', values), t(`surveys:letters.${lead}.text`, values), t('surveys:letters.about', values), t('surveys:letters.how', values), t('surveys:letters.privacy')],
      link: { label: t('surveys:letters.link'), url: `${env.originOf[locale]}/${locale}/surveys/${token}` },
      closing: t('surveys:letters.closing'),
    }
  }

export const surveyLetters: Record<string, Composer> = { 'survey-invitation': asking('invitation'), 'survey-reminder': asking('reminder') }
