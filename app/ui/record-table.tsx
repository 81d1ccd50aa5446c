import type { TableHTMLAttributes } from 'react'
import styles from './record-table.module.css'

interface RecordTableProps extends TableHTMLAttributes<HTMLTableElement> {
  /** on a phone the label stands beside its value, which may have several lines, instead of before it */
  beside?: boolean
}

/** Records as a table on wide screens and as cards on phones, where each cell says what it is by `data-label`. */
export function RecordTable({ beside, className, ...table }: RecordTableProps) {
  return <table {...table} className={[styles.table, beside && styles.beside, className].filter(Boolean).join(' ')} />
}
