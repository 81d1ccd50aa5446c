import type { ReactNode } from 'react'
import styles from './chip.module.css'

/** A short mark: `ours` waits for the office, `good` goes well, `harm` needs a look. */
export function Chip({ tone, children }: { tone?: 'ours' | 'good' | 'harm' | undefined; children: ReactNode }) {
  return <span className={`${styles.chip} ${tone ? styles[tone] : ''}`}>{children}</span>
}

const tones: Partial<Record<string, 'ours' | 'good'>> = {
  received: 'ours', checking: 'ours', interested: 'ours', introduced: 'good', 'in-dialogue': 'good', agreed: 'good',
}
export const toneOf = (stage: string) => tones[stage]
