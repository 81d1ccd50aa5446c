import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Sheet } from '#app/ui/sheet.tsx'
import type { EditRefused } from '../concept-desk.server.ts'
import { nameOf, type Words } from '../terms.ts'
import { EditRefusal, useDesk, WordList } from './concept-words.tsx'

interface ConceptActProps {
  act: 'merging' | 'disabling' | 'enabling'
  concept: Words & { id: string }
  refused: EditRefused | undefined
  children: ReactNode
}

/** One act on a concept, on a page of its own: what it does, to which words, and why it was refused. */
export function ConceptAct({ act, concept, refused, children }: ConceptActProps) {
  const { t } = useTranslation('terminology')
  const { locale, desk } = useDesk()
  return (
    <Sheet title={t(`act.${act}`)} lead={t(`${act}.lead`)} back={{ href: `${desk}/${concept.id}`, label: nameOf(concept, locale).text }}>
      <EditRefusal refusal={refused?.refusal} />
      <WordList words={concept} />
      {children}
    </Sheet>
  )
}
