import type { ReactNode } from 'react'
import { Written } from './written.tsx'
import styles from './facts.module.css'

export type Fact = readonly [label: string, value: ReactNode]

/** Labelled facts, one a line; those without a value are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== '')
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{typeof value === 'string' ? <Written text={value} /> : value}</dd>
          </div>
        ))}
    </dl>
  )
}
