import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readEditor, writeSection } from '#app/features/catalogue/revising/editing.server.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { EditorPage } from '#app/features/catalogue/ui/editor/editor-page.tsx'
import type { Locale } from '#app/platform/locale.ts'

export const loader = ({ request, params }: LoaderFunctionArgs) => readEditor(request, params)
export const action = ({ request, params }: ActionFunctionArgs) => writeSection(request, params)

export default function EditTechnology() {
  const { i18n, t } = useTranslation('editor')
  const { typed, content, ...loaded } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const name = named(content.name, i18n.language as Locale).text
  return (
    <EditorPage
      {...loaded}
      content={content}
      title={t('editTitle', { name: name === '—' ? t('untitled') : name })}
      kept={refused ?? { errors: {}, typed }}
      seen={refused?.seen ?? loaded.seen}
      more={refused ? refused.more : loaded.more}
      conflict={refused?.conflict ?? null}
      shut={refused ? refused.shut : loaded.shut}
    />
  )
}
