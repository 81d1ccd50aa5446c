import type { ReactNode } from 'react'
import styles from './review.module.css'

/** A word on a ground: `waiting` for what somebody must do, `good` for what is done, `harm` for what ended badly. */
export function Chip({ tone, children }: { tone?: 'waiting' | 'good' | 'harm' | undefined; children: ReactNode }) {
  return <span className={`${styles.chip} ${tone ? styles[tone] : ''}`}>{children}</span>
}
