import type { ReactNode } from 'react'
import type { Field } from '#app/features/catalogue/naming.ts'
import { Button } from '#app/ui/button.tsx'
import { Sheet } from '#app/ui/sheet.tsx'
import type { ActRefused } from '../../desk-act.server.ts'
import { Refused } from '../../ui/act-page.tsx'
import type { Need } from '../drafting.server.ts'
import { BothLanguages, NeedFacts } from './need-facts.tsx'

interface NeedActProps {
  need: Need
  fields: readonly Field[]
  href: string
  ticket: string
  title: string
  lead: string
  /** null: it cannot be done now */
  send: string | null
  /** the states in which it can be done */
  open: readonly Need['state'][]
  refused: ActRefused | undefined
  children?: ReactNode
}

/** One act of the desk on a published need, above the words it is about. */
export function NeedAct({ need, fields, href, ticket, title, lead, send, open, refused, children }: NeedActProps) {
  return (
    <Sheet title={title} lead={lead} back={{ href, label: ticket }}>
      <Refused refused={refused} />
      <BothLanguages need={need} />
      <NeedFacts need={need} fields={fields} />
      {open.includes(need.state) && (
        <form method="post" noValidate>
          {children}
          {send && <Button>{send}</Button>}
        </form>
      )}
    </Sheet>
  )
}
