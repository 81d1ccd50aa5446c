import type { Cell } from '../small-cells.ts'
import styles from './surveys.module.css'

/** A table of counts; what is kept back is a dash; without rows, nothing. */
export function Figures({ caption, head, rows }: { caption: string; head: readonly string[]; rows: readonly { label: string; cells: readonly (Cell | string)[] }[] }) {
  if (rows.length === 0) return null
  return (
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={`${styles.table} ${styles.figures}`}>
        <caption>{caption}</caption>
        <thead>
          <tr>
            {head.map((name, at) => (
              <th key={at} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, cells }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {cells.map((cell, at) => (
                <td key={at}>{cell ?? '―'}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
