import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Choices, Tick, type Kept } from '#app/ui/field.tsx'
import { refusalReasons } from '../choices.ts'
import { Facts, type Fact } from '#app/ui/facts.tsx'
import { SubmissionKey } from '#app/ui/submission-key.tsx'

/** One side's decision, after it has seen exactly what would go out. Refusing needs a reason and loses nothing. */
export function ConsentForm({ side, approach, facts, kept }: { side: 'buyer' | 'firm'; approach?: string; facts: readonly Fact[]; kept: Kept | null }) {
  const { t } = useTranslation('inquiries')
  const hidden = approach && <input type="hidden" name="approach" value={approach} />
  return (
    <>
      <h2>{t('consent.fields')}</h2>
      <Facts facts={facts} />
      <p>{t('consent.shaded')}</p>
      <p>{t('consent.wrong')}</p>
      <form method="post" noValidate>
        <SubmissionKey />
        {hidden}
        <input type="hidden" name="decision" value="agree" />
        <Tick name="agree" label={t(`notice.agree.${side}`)} kept={kept} />
        <Button wide>{t('consent.agree')}</Button>
      </form>
      <details open={kept?.errors.reason ? true : undefined}>
        <summary>{t('consent.refuseTitle')}</summary>
        <p>{t('consent.refuseText')}</p>
        <form method="post" noValidate>
          <SubmissionKey />
          {hidden}
          <input type="hidden" name="decision" value="refuse" />
          <Choices name="reason" label={t('consent.reason')} required kept={kept} options={refusalReasons.map((reason) => ({ value: reason, label: t(`refusalReason.${reason}`) }))} />
          <Button tone="harm">{t('consent.refuse')}</Button>
        </form>
      </details>
    </>
  )
}
