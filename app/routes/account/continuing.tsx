import { data, type ActionFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { mayContinue } from '#app/features/accounts/continuing.server.ts'
import { formData } from '#app/platform/form.server.ts'
import { i18nOf, isLocale } from '#app/platform/locale.ts'
import { missing } from '#app/platform/request.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export const meta: MetaFunction = ({ params }) => [
  { title: i18nOf[isLocale(params.locale) ? params.locale : 'ja'].t('editor:continuing.title') },
  { name: 'robots', content: 'noindex' },
]
export const headers = () => ({ 'Cache-Control': 'no-store' })

/** Reached from a form whose sender's session had ended: carries what was typed over the sign-in. Nothing is stored. */
export async function action({ request }: ActionFunctionArgs) {
  const to = new URL(request.url).searchParams.get('to') ?? ''
  if (!mayContinue(to)) missing()
  const sent = [...(await formData(request))].filter((pair): pair is [string, string] => typeof pair[1] === 'string' && !/password/.test(pair[0]))
  return data({ to, sent }, 401)
}

/** Fields nobody typed. */
const UNTYPED = /^(seen|edition|then|theirs|right)$/

export default function Continuing() {
  const { t, i18n } = useTranslation('editor')
  const kept = useActionData<typeof action>()
  if (!kept)
    return (
      <Sheet title={t('continuing.title')}>
        <p>
          <a href={`/${i18n.language}/account`}>{t('continuing.account')}</a>
        </p>
      </Sheet>
    )
  return (
    <Sheet title={t('continuing.title')}>
      <Notice tone="waiting" role="alert">
        <p>{t('continuing.text')}</p>
      </Notice>
      <ol>
        <li>
          <a href={`/${i18n.language}/account/sign-in`} target="_blank" rel="noopener">
            {t('continuing.signIn')}
          </a>
        </li>
        <li>{t('continuing.back')}</li>
      </ol>
      <form method="post" action={kept.to}>
        {kept.sent.map(([name, value], at) => (
          <input key={at} type="hidden" name={name} value={value} />
        ))}
        <Button>{t('continuing.send')}</Button>
      </form>
      <details>
        <summary>{t('continuing.typed')}</summary>
        {kept.sent.filter(([name, value]) => value.trim() !== '' && !UNTYPED.test(name)).map(([, value], at) => (
          <p key={at}>{value}</p>
        ))}
      </details>
    </Sheet>
  )
}
