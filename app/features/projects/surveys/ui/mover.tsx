import { useTranslation } from 'react-i18next'
import { ways, type Way } from '../ordering.ts'
import styles from './surveys.module.css'

interface MoverProps {
  href: string
  edition: number
  what: 'question' | 'section'
  code: string
  /** for whoever hears the buttons: what is moved */
  name: string
  can: Record<Way, boolean>
  /** the button that was pressed last has the focus */
  last: Way | null
}

/** Moves one thing of a draft a place up or down, without a script. */
export function Mover({ href, edition, what, code, name, can, last }: MoverProps) {
  const { t } = useTranslation('surveys')
  const focused = last && (can[last] ? last : ways.find((way) => can[way]))
  return (
    <form method="post" action={`${href}/order`} className={styles.mover}>
      <input type="hidden" name="edition" value={edition} />
      <input type="hidden" name={what} value={code} />
      {ways.map((way) => (
        <button key={way} name="way" value={way} disabled={!can[way]} autoFocus={focused === way} aria-label={t(`editor.move.${way}`, { name })} title={t(`editor.move.${way}`, { name })}>
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={way === 'up' ? 'M8 13V3M3.5 7.5 8 3l4.5 4.5' : 'M8 3v10M3.5 8.5 8 13l4.5-4.5'} />
          </svg>
        </button>
      ))}
    </form>
  )
}
