import { useTranslation } from 'react-i18next'
import type { Field } from '#app/features/catalogue/naming.ts'
import { formatDate } from '#app/platform/locale.ts'
import { Facts } from '#app/ui/facts.tsx'
import { useReading } from '../../ui/reading.ts'
import styles from './needs.module.css'

interface Coded {
  fields: readonly string[]
  organisationKind: string | null
  region: string | null
  size: string | null
  closesOn: string
  publishedAt: Date | null
}

/** The words of a need's codes: whose it may be, as far as that is public. */
export function useNeedWords() {
  const { t } = useTranslation(['inquiries', 'catalogue'])
  return {
    kind: (code: string | null) => code && t(`inquiries:organisationKind.${code as 'other'}`),
    region: (code: string | null) => code && t(`catalogue:regions.${code as 'CN-BJ'}`),
    size: (code: string | null) => code && t(`catalogue:sizes.${code as '1-19'}`),
  }
}

export function NeedFacts({ need, fields }: { need: Coded; fields: readonly Field[] }) {
  const { t } = useTranslation('needs')
  const locale = useReading()
  const say = useNeedWords()
  const own = need.fields.flatMap((id) => fields.find((field) => field.id === id) ?? [])
  return (
    <Facts
      facts={[
        [t('page.kind'), say.kind(need.organisationKind)],
        [t('page.region'), say.region(need.region)],
        [t('page.size'), say.size(need.size)],
        [t('page.fields'), own.map((field) => field[locale]).join('、')],
        [t('page.publishedOn'), need.publishedAt && formatDate(need.publishedAt, locale)],
        [t('page.closesOn'), formatDate(need.closesOn, locale)],
      ]}
    />
  )
}

interface Worded {
  titleJa: string
  titleZh: string
  textJa: string
  textZh: string
}

/** All that would be public, in both languages side by side. */
export function BothLanguages({ need }: { need: Worded }) {
  return (
    <div className={styles.pair}>
      {(
        [
          ['ja', need.titleJa, need.textJa],
          ['zh-Hans', need.titleZh, need.textZh],
        ] as const
      ).map(([lang, title, text]) => (
        <section key={lang} lang={lang} className={styles.box}>
          <h3>{title}</h3>
          <p className={styles.text}>{text}</p>
        </section>
      ))}
    </div>
  )
}
