import { useTranslation } from 'react-i18next'
import type { Field } from '#app/features/catalogue/naming.ts'
import type { Locale } from '#app/platform/locale.ts'
import { Sheet } from '#app/ui/sheet.tsx'
import { Written } from '#app/ui/written.tsx'
import styles from './data-page.module.css'

const EXAMPLE = `{
  "total": 2, "order": "pinyin-asc", "page": 1,
  "items": [{
    "id": "…", "slug": "…",
    "company": { "id": "…", "name": { "ja": "…", "zh": "…" } },
    "name": { "ja": "…", "zh": "…" },
    "summary": { "ja": "…", "zh": null },
    "fields": ["waste-heat"], "stage": "commercial",
    "cooperation": ["sale", "licence"]
  }]
}`

/** How others may use what is public: feeds, a list for their own pages, JSON. */
export function DataPage({ origin, fields }: { origin: string; fields: Field[] }) {
  const { t, i18n } = useTranslation('feeds')
  const locale = i18n.language as Locale
  const home = `${origin}/${locale}`
  const frame = `<iframe src="${home}/embed/technologies?limit=5" title="${t('title')}" width="100%" height="480" style="border:0" loading="lazy"></iframe>`
  return (
    <Sheet title={t('data.title')} lead={t('data.lead')}>
      <section id="feeds">
        <h2>{t('data.feedsTitle')}</h2>
        <p>{t('data.feedsText')}</p>
        <p>
          <a href={`/${locale}/feeds/technologies.atom`}>{t('data.feedAll')}</a>
        </p>
        <details>
          <summary>{t('data.feedFields')}</summary>
          <ul>
            {fields.map((field) => (
              <li key={field.id}>
                <a href={`/${locale}/feeds/${field.id}.atom`}>{field[locale]}</a> <code>{field.id}</code>
              </li>
            ))}
          </ul>
        </details>
      </section>
      <section id="embed">
        <h2>{t('data.embedTitle')}</h2>
        <p>{t('data.embedText')}</p>
        <pre className={styles.code}>
          <Written text={frame} />
        </pre>
        <p>{t('data.embedParts')}</p>
        <Parameters rows={[['field', t('data.embedField')], ['limit', t('data.embedLimit')], ['theme', t('data.embedTheme')]]} />
        <p>
          <a href={`/${locale}/embed/technologies?limit=3`}>{t('data.embedPreview')}</a>
        </p>
      </section>
      <section id="json">
        <h2>{t('data.jsonTitle')}</h2>
        <p>{t('data.jsonText')}</p>
        <pre className={styles.code}>
          <Written text={`GET ${origin}/api/technologies?q=余热回收&field=waste-heat&lang=zh&limit=20`} />
        </pre>
        <Parameters rows={(['q', 'field', 'lang', 'order', 'page', 'limit'] as const).map((name) => [name, t(`data.api${name[0]!.toUpperCase()}${name.slice(1)}` as 'data.apiQ')])} />
        <h3>{t('data.answerTitle')}</h3>
        <p>{t('data.answerText')}</p>
        <pre className={styles.code}>
          <Written text={EXAMPLE} />
        </pre>
        <h3>{t('data.suggestTitle')}</h3>
        <p>{t('data.suggestText')}</p>
        <pre className={styles.code}>{`POST ${origin}/api/suggestions\nContent-Type: application/json\n\n{ "text": "…", "limit": 10 }`}</pre>
      </section>
      <section id="sitemap">
        <h2>{t('data.mapTitle')}</h2>
        <p>{t('data.mapText')}</p>
        <p>
          <a href={`/${locale}/sitemap.xml`}>sitemap.xml</a>
        </p>
      </section>
      <section id="terms">
        <h2>{t('data.termsTitle')}</h2>
        <p>{t('data.termsText')}</p>
      </section>
    </Sheet>
  )
}

function Parameters({ rows }: { rows: readonly (readonly [name: string, meaning: string])[] }) {
  const { t } = useTranslation('feeds')
  return (
    <table className={styles.parameters}>
      <thead>
        <tr>
          <th scope="col">{t('data.parameter')}</th>
          <th scope="col">{t('data.meaning')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, meaning]) => (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
