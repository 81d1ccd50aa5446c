import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { db } from '#db/index.ts'
import { requireSecretary } from '#app/features/accounts/gate.server.ts'
import { readQuestionnaire } from '#app/features/projects/surveys/questionnaires.server.ts'
import styles from '#app/features/projects/surveys/ui/surveys.module.css'
import { formatDate, type Locale } from '#app/platform/locale.ts'
import { localeOf, missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export async function loader({ request, params }: LoaderFunctionArgs) {
  const locale = localeOf(params)
  await requireSecretary(request, locale)
  const { id, kind, nameJa, nameZh, versions } = (await readQuestionnaire(db, params.questionnaire ?? '')) ?? missing()
  return { list: `/${locale}/desk/surveys`, href: `/${locale}/desk/surveys/questionnaires/${id}`, kind, name: { ja: nameJa, zh: nameZh }, versions: versions.map(({ version, publishedAt }) => ({ version, publishedAt })) }
}

export default function Questionnaire() {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  const { list, href, kind, name, versions } = useLoaderData<typeof loader>()
  return (
    <Sheet title={name[locale]} lead={t(`kinds.${kind}`)} back={{ href: list, label: t('desk.back') }}>
      <h2>{t('editor.versions')}</h2>
      <ul className={styles.list}>
        {versions.map(({ version, publishedAt }) => (
          <li key={version}>
            <a href={`${href}/versions/${version}`}>{t('desk.version', { n: version })}</a>
            <span className={styles.small}>{publishedAt ? t('editor.published', { date: formatDate(publishedAt, locale) }) : t('editor.draft')}</span>
          </li>
        ))}
      </ul>
      <form method="post" action={`${href}/draft`}>
        <Button>{t(versions[0]?.publishedAt ? 'editor.newDraft' : 'editor.goOn')}</Button>
      </form>
    </Sheet>
  )
}
