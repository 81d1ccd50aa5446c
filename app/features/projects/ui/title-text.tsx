import { useTranslation } from 'react-i18next'
import { Facts } from '#app/ui/facts.tsx'
import type { Title } from '../candidates/titles.server.ts'

/** Exactly what is confirmed: both titles, and everybody on both sides in both languages. */
export function TitleText({ shown }: { shown: Pick<Title, 'title' | 'parties'> }) {
  const { t } = useTranslation('projects')
  const bodies = (side: 'japan' | 'china', lang: 'ja' | 'zh') => (
    <div lang={lang === 'zh' ? 'zh-Hans' : 'ja'}>
      {shown.parties
        .filter((party) => party.side === side)
        .map((party, at) => (
          <div key={at}>{party[lang] ?? '—'}</div>
        ))}
    </div>
  )
  return (
    <>
      {(['ja', 'zh'] as const).map((lang) => (
        <section key={lang}>
          <h2>{t(`confirming.text.${lang}`)}</h2>
          <Facts
            facts={[
              [t('confirming.name'), <strong key="t" lang={lang === 'zh' ? 'zh-Hans' : 'ja'}>{shown.title[lang] ?? '—'}</strong>],
              [t('sides.japan'), bodies('japan', lang)],
              [t('sides.china'), bodies('china', lang)],
            ]}
          />
        </section>
      ))}
    </>
  )
}
