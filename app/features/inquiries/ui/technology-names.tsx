import type { ReactNode } from 'react'
import { htmlLang } from '#app/platform/locale.ts'
import { langOf, nameFor, useReading } from './reading.ts'
import styles from './technology-names.module.css'

type Name = { ja: string | null; zh: string | null; en?: string | null }
export interface TechnologyName {
  slug: string
  name: Name
  company: { name: Name }
}

/** Technologies with their owners, each leading to its page; `beside` adds something to each. */
export function TechnologyNames({ technologies, beside }: { technologies: readonly TechnologyName[]; beside?: (technology: TechnologyName) => ReactNode }) {
  const locale = useReading()
  return (
    <ul className={styles.names}>
      {technologies.map((technology) => (
        <li key={technology.slug}>
          <a className={styles.name} lang={htmlLang[langOf(technology.name, locale)]} href={`/${locale}/technologies/${technology.slug}`}>
            {nameFor(technology.name, locale)}
          </a>
          <small lang={htmlLang[langOf(technology.company.name, locale)]}>{nameFor(technology.company.name, locale)}</small>
          {beside?.(technology)}
        </li>
      ))}
    </ul>
  )
}
