import { data, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formData } from '#app/platform/form.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

/** Reached only through the server's origin check: shows what was sent and lets its reader send it from here. */
export async function action({ request }: ActionFunctionArgs) {
  const to = new URL(request.url).searchParams.get('to') ?? ''
  const sent = [...(await formData(request))].filter((pair): pair is [string, string] => typeof pair[1] === 'string' && !/password/.test(pair[0]))
  return data({ to: /^\/(?!\/)/.test(to) ? to : '/', sent }, 403)
}

export default function Resend() {
  const { t } = useTranslation()
  const refused = useActionData<typeof action>()
  return (
    <Sheet title={t('resend.title')}>
      <Notice tone="waiting">{refused?.sent.length ? t('resend.text') : t('resend.empty')}</Notice>
      {refused && refused.sent.length > 0 && (
        <form method="post" action={refused.to}>
          <dl>
            {refused.sent.map(([name, value], at) => (
              <div key={at}>
                {!name.startsWith('_') && <dd>{value}</dd>}
                <input type="hidden" name={name} value={value} />
              </div>
            ))}
          </dl>
          <Button>{t('resend.send')}</Button>
        </form>
      )}
    </Sheet>
  )
}
