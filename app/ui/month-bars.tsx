import styles from './month-bars.module.css'

const STEP = 10
const HEIGHT = 32

/** A row of small bars, one a month, the oldest first; its words are in `label`, its numbers in a table nearby. */
export function MonthBars({ values, label, large }: { values: readonly number[]; label: string; large?: boolean }) {
  const most = Math.max(1, ...values)
  return (
    <svg viewBox={`0 0 ${values.length * STEP} ${HEIGHT}`} className={large ? styles.large : styles.small} role="img" aria-label={label} preserveAspectRatio="none">
      {values.map((value, at) => {
        const height = value === 0 ? 1 : Math.max(2, (value / most) * HEIGHT)
        return <rect key={at} x={at * STEP + 1} y={HEIGHT - height} width={STEP - 2} height={height} className={value === 0 ? styles.none : styles.bar} />
      })}
    </svg>
  )
}
