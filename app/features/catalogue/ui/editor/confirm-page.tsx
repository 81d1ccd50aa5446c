import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Sheet } from '#app/ui/sheet.tsx'

export type Act = 'withdrawal' | 'unpublishing' | 'showing' | 'deletion' | 'discarding' | 'companyWithdrawal' | 'companyDiscarding'

/** Asks once before something is done to a listing, and says what it does. */
export function ConfirmPage({ act, name, home, edition, refusal, harm, children }: { act: Act; name: string; home: string; edition?: number | undefined; refusal?: string | undefined; harm?: boolean; children?: ReactNode }) {
  const { t } = useTranslation('editor')
  return (
    <Sheet title={t(`${act}.title`)} lead={name} back={{ href: home }}>
      {refusal && (
        <Notice tone="harm" role="alert">
          <p>{t([`refusals.${refusal}` as 'refusals.gone', 'refusals.already-moved'])}</p>
        </Notice>
      )}
      <p>{t(`${act}.text`)}</p>
      {children}
      <form method="post">
        {edition !== undefined && <input type="hidden" name="edition" value={edition} />}
        <Button {...(harm ? { tone: 'harm' as const } : {})}>{t(`${act}.send`)}</Button>
      </form>
    </Sheet>
  )
}
