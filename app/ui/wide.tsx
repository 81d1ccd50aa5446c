import type { ReactNode } from 'react'
import styles from './wide.module.css'

/** The main part of a page that uses the whole width. */
export function Wide({ children }: { children: ReactNode }) {
  return (
    <main id="main" className={styles.wide}>
      {children}
    </main>
  )
}
