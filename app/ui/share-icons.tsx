import styles from './share.module.css'
import type { Way } from './share-links.ts'

/** Signs of our own for the ways to pass a page on, in strokes of the text's colour. */
const drawings: Record<Way | 'picture', string> = {
  wechat: 'M15 9.5C14.5 6.4 12 4.5 9 4.5c-3.6 0-6.5 2.4-6.5 5.4 0 1.8 1 3.3 2.6 4.3l-.6 2.3 2.7-1.4M21.5 15c0-2.8-2.5-5-5.7-5S10 12.2 10 15s2.6 5 5.8 5c.7 0 1.4-.1 2-.3l2.2 1.2-.5-2c1.2-.9 2-2.3 2-3.9zM7 8.5v.1M11 8.5v.1M14 14v.1M17.7 14v.1',
  line: 'M12 4c-5 0-9 3-9 6.8 0 3.4 3.2 6.2 7.5 6.7.9.2.9.6.8 1.3l-.2 1.7C15.5 18.5 21 15 21 10.8 21 7 17 4 12 4z',
  weibo: 'M10 8.5c-4 .8-7 3.5-7 6.3C3 17.7 6 20 10 20s7.5-2.5 7.5-5.3c0-1.5-1-2.5-2.5-2.9.8-2-.5-3.3-3-2.8M9.5 13.2a2.3 2.3 0 1 0 .1 0M15 5c3-.5 5.7 2 5.3 5',
  x: 'M5 5l14 14M19 5L5 19',
  facebook: 'M14 21v-8h3l.5-3.5H14v-2c0-1.2.5-2 2-2h1.5V3h-2.3c-3 0-4.7 1.6-4.7 4.2v2.3H7.5V13h3v8',
  mail: 'M3 6h18v12H3zM3 7l9 6.5L21 7',
  picture: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 18h2v2h-2zM18 14h2M14 18v2',
}

export function ShareIcon({ name }: { name: keyof typeof drawings }) {
  return (
    <svg viewBox="0 0 24 24" width="20" height="20" className={styles.icon} aria-hidden="true">
      <path d={drawings[name]} />
    </svg>
  )
}
