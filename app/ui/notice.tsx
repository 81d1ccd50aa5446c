import type { ReactNode } from 'react'
import styles from './notice.module.css'

/** A boxed message: plain, `waiting` (something is asked of the reader) or `harm` (something went wrong). */
export function Notice({ tone, children, role }: { tone?: 'waiting' | 'harm'; role?: 'status' | 'alert'; children: ReactNode }) {
  return (
    <div className={`${styles.notice} ${tone ? styles[tone] : ''}`} role={role}>
      {children}
    </div>
  )
}
