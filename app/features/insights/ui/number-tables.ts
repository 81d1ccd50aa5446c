import { useTranslation } from 'react-i18next'
import { translator, type Locale } from '#app/platform/locale.ts'
import { named } from '../../catalogue/naming.ts'
import { reasonVerbs } from '../brokering-numbers.ts'
import type { readNumbers } from '../brokering-numbers.server.ts'

type Numbers = Awaited<ReturnType<typeof readNumbers>>
/** A table as the page shows it and the CSV writes it. */
export interface NumberTable {
  name: string
  title: string
  head: string[]
  rows: [string, ...(number | null)[]][]
}

const reasonWords = { declined: 'declineReason', refused: 'refusalReason', closed: 'closeReason', failed: 'failReason' } as const
type Words = ReturnType<typeof translator>

/** All tables of the numbers, worded; one place, so that page and CSV never differ. */
export function numberTables(numbers: Numbers, t: Words, locale: Locale): NumberTable[] {
  const lineHead = (of: 'office' | 'field') => [t(`numbers:lines.key.${of}`), t('numbers:lines.received'), t('numbers:lines.forwarded'), t('numbers:lines.introduced'), t('numbers:lines.agreed'), t('numbers:lines.firstAnswer')]
  const line = (label: string, row: Numbers['offices'][number]): NumberTable['rows'][number] => [label, row.received, row.forwarded, row.introduced, row.agreed, row.firstAnswer.days]
  const counted = (name: string, title: string, rows: { key: string; n: number }[], word: (key: string) => string): NumberTable => ({
    name, title, head: [title, t('numbers:reasons.count')], rows: rows.map(({ key, n }) => [word(key), n]),
  })
  return [
    {
      name: 'offices', title: t('numbers:lines.office'), head: lineHead('office'),
      rows: numbers.offices.map((row) => line(row.key ? t(`casework:offices.${row.key as 'tokyo'}`) : t('numbers:lines.noOffice'), row)),
    },
    { name: 'fields', title: t('numbers:lines.field'), head: lineHead('field'), rows: numbers.fields.map((row) => line(numbers.names.fields[row.key]?.[locale] ?? row.key, row)) },
    {
      name: 'firms', title: t('numbers:lines.firm'),
      head: [t('numbers:lines.key.firm'), t('numbers:lines.asked'), t('numbers:lines.interested'), t('numbers:lines.declined'), t('numbers:lines.introduced'), t('numbers:lines.agreed'), t('numbers:lines.answer')],
      rows: numbers.firms.map((row) => {
        const name = numbers.names.firms[row.key]
        return [name ? named(name, locale).text : t('numbers:lines.gone'), row.asked, row.interested, row.declined, row.introduced, row.agreed, row.answer.days]
      }),
    },
    counted('kinds', t('numbers:kinds'), numbers.kinds, (key) => t(`inquiries:kind.${key as 'need'}`)),
    counted('origins', t('numbers:origins'), numbers.origins, (key) => t(`desk:inquiries.case.origins.${key as 'site'}`)),
    counted('endings', t('numbers:endings.title'), numbers.endings, (key) => t(`numbers:endings.${key as 'agreed'}`)),
    ...reasonVerbs.map((verb) => counted(verb, t(`numbers:reasons.${verb}`), numbers.reasons[verb], (key) => t(`inquiries:${reasonWords[verb]}.${key as 'other'}`))),
  ]
}

export function useNumberTables(numbers: Numbers): NumberTable[] {
  const locale = useTranslation().i18n.language as Locale
  return numberTables(numbers, translator(locale), locale)
}
