import type { Reader } from '#db/index.ts'
import { formatDate, translator, type Locale } from '#app/platform/locale.ts'
import { named } from '../../catalogue/naming.ts'
import type { readRound } from '../../projects/surveys/rounds.server.ts'
import { readDataBank } from './data-bank.server.ts'
import type { Report } from './document.ts'
import { readFollowUp } from './follow-up.server.ts'
import { casesSection, listingSection, visitsSection } from './sections/data-bank.ts'
import { codedSection, outcomesSection, statusSection, voicesSection } from './sections/findings.ts'
import { methodSection } from './sections/method.ts'
import { overviewSection, projectsSection } from './sections/overview.ts'
import type { Span } from './span.ts'

/**
 * The report of a round of the follow-up survey, with the chapter on the data bank; null while there is nothing to tell.
 * Nothing in it depends on when or on which engine it is made: the same records give the same report.
 */
export async function makeReport(db: Reader, opened: NonNullable<Awaited<ReturnType<typeof readRound>>>, span: Span, locale: Locale): Promise<Report | null> {
  const facts = await readFollowUp(db, opened, span)
  if (!facts) return null
  const bank = await readDataBank(db, span)
  const t = translator(locale)
  const voice = { t, locale }
  const name = named({ ja: opened.round.nameJa, zh: opened.round.nameZh }, locale).text
  return {
    locale,
    round: { id: opened.round.id, name, year: opened.round.year },
    ...span,
    title: t('report:title', { name }),
    facts: [
      [t('report:facts.until'), formatDate(span.until, locale)],
      [t('report:facts.from'), t('report:fromUntil', { from: formatDate(span.from, locale), until: formatDate(span.until, locale) })],
      [t('report:facts.office'), t('report:facts.publisher', { name: t('site:name') })],
    ],
    notes: [t('report:kept'), t('report:sources'), ...(opened.round.state === 'open' ? [t('report:provisional')] : [])],
    chapters: [
      {
        key: 'follow-up',
        title: t('report:chapters.followUp'),
        sections: [
          overviewSection(facts, voice), methodSection(facts, voice), statusSection(facts, voice), codedSection(facts, 'obstacles', voice), codedSection(facts, 'wishes', voice),
          outcomesSection(facts, voice), voicesSection(facts, voice), projectsSection(facts, voice),
        ],
      },
      { key: 'data-bank', title: t('report:chapters.dataBank'), sections: [listingSection(bank, span, voice), visitsSection(bank, span, voice), casesSection(bank, span, voice)] },
    ],
  }
}
