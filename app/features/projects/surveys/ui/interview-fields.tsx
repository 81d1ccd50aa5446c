import { useTranslation } from 'react-i18next'
import { obstacleCodes, wishCodes } from '#db/schema/projects.ts'
import { interviewWays, type Quote } from '#db/schema/surveys.ts'
import { Choices, Select, TextArea, TextField, type Kept, type Option } from '#app/ui/field.tsx'
import styles from './surveys.module.css'

interface Given {
  on: string
  how: string
  people: string[]
  notes: string
  obstacles: string[]
  wishes: string[]
  quotes: Quote[]
  edition: number
}

export function InterviewFields({ given, recipients, today, kept }: { given?: Given; recipients?: Option[]; today?: string; kept?: Kept | undefined }) {
  const { t } = useTranslation('surveys')
  const quotes = (locale: 'ja' | 'zh', permitted: boolean) => given?.quotes.filter((quote) => quote.locale === locale && quote.permitted === permitted).map(({ text }) => text).join('\n')
  return (
    <>
      <input type="hidden" name="edition" value={given?.edition ?? 1} />
      {recipients && <Select name="recipient" label={t('interview.recipient')} required kept={kept} options={recipients} empty="" />}
      <TextField name="on" type="date" label={t('interview.on')} required kept={kept} defaultValue={given?.on ?? today} />
      <Choices name="how" label={t('interview.how')} required kept={kept} chosen={given?.how ?? ''} options={interviewWays.map((value) => ({ value, label: t(`interviewWays.${value}`) }))} />
      <TextArea name="people" label={t('interview.people')} hint={t('interview.peopleHint')} required rows={3} kept={kept} defaultValue={given?.people.join('\n')} />
      <TextArea name="notes" label={t('interview.notes')} required rows={10} kept={kept} defaultValue={given?.notes} />
      <Choices name="obstacles" several label={t('interview.obstacles')} kept={kept} chosen={given?.obstacles ?? []} options={obstacleCodes.map((value) => ({ value, label: t(`lists.obstacles.${value}`) }))} />
      <Choices name="wishes" several label={t('interview.wishes')} kept={kept} chosen={given?.wishes ?? []} options={wishCodes.map((value) => ({ value, label: t(`lists.wishes.${value}`) }))} />
      <div className={styles.pair}>
        <TextArea name="permittedJa" label={t('interview.permittedJa')} hint={t('interview.quoteHint')} kept={kept} rows={3} defaultValue={quotes('ja', true)} />
        <TextArea name="permittedZh" label={t('interview.permittedZh')} hint={t('interview.quoteHint')} kept={kept} rows={3} defaultValue={quotes('zh', true)} />
        <TextArea name="quotesJa" label={t('interview.quotesJa')} hint={t('interview.quoteHint')} kept={kept} rows={3} defaultValue={quotes('ja', false)} />
        <TextArea name="quotesZh" label={t('interview.quotesZh')} hint={t('interview.quoteHint')} kept={kept} rows={3} defaultValue={quotes('zh', false)} />
      </div>
    </>
  )
}
