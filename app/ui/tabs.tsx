import styles from './tabs.module.css'

export interface Tab {
  href: string
  label: string
  /** how much there is behind it */
  count?: number | undefined
  here: boolean
}

/** Neighbouring views of one thing, each at its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  return (
    <nav aria-label={label}>
      <ul className={styles.tabs}>
        {tabs.map(({ href, label: name, count, here }) => (
          <li key={href}>
            <a href={href} aria-current={here ? 'page' : undefined}>
              {name}
              {count !== undefined && <b>{count}</b>}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
