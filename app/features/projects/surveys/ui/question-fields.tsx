import { useTranslation } from 'react-i18next'
import type { Answer, Question } from '#db/schema/surveys.ts'
import type { Locale } from '#app/platform/locale.ts'
import { Choices, TextArea, TextField, type Kept } from '#app/ui/field.tsx'

const text = (answer: Answer | null | undefined) => (answer === null || answer === undefined || Array.isArray(answer) ? '' : String(answer))

/** One question in the reader's language, with what was answered before. */
function Field({ question, answer, kept }: { question: Question; answer: Answer | null | undefined; kept?: Kept | undefined }) {
  const { t, i18n } = useTranslation('surveys')
  const locale = i18n.language as Locale
  const { code, kind, required, hint, options = [], unit, scale } = question
  const ends = scale?.low[locale] ? `1：${scale.low[locale]}　${scale.most}：${scale.high[locale]}` : ''
  const hints = [hint?.[locale], unit && t('step.unit', { unit: unit[locale] }), ends].filter(Boolean).join(' ')
  const common = { name: code, label: question.text[locale], hint: hints || undefined, kept, required }
  switch (kind) {
    case 'single':
    case 'several':
      return <Choices {...common} several={kind === 'several'} chosen={Array.isArray(answer) ? answer : text(answer)} options={options.map((one) => ({ value: one.code, label: one[locale] }))} />
    case 'scale':
      return <Choices {...common} chosen={text(answer)} options={Array.from({ length: scale?.most ?? 5 }, (_, at) => ({ value: String(at + 1), label: String(at + 1) }))} />
    case 'number':
      return <TextField {...common} inputMode="decimal" autoComplete="off" defaultValue={text(answer)} />
    case 'date':
      return <TextField {...common} type="date" defaultValue={text(answer)} />
    case 'text':
      return <TextArea {...common} rows={4} defaultValue={text(answer)} />
  }
}

export function QuestionFields({ questions, answers, kept }: { questions: readonly Question[]; answers: Record<string, Answer | null>; kept?: Kept | undefined }) {
  return (
    <>
      {questions.map((question) => (
        <Field key={question.code} question={question} answer={answers[question.code]} kept={kept} />
      ))}
    </>
  )
}
