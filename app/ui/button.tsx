import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'
import styles from './button.module.css'

type Look = { tone?: 'quiet' | 'harm'; size?: 'small'; wide?: boolean }

const look = ({ tone, size, wide }: Look) =>
  [styles.button, tone && styles[tone], size && styles.small, wide && styles.wide].filter(Boolean).join(' ')

/** Sends a form; a link that looks alike is `LinkButton`. */
export function Button({ tone, size, wide, ...rest }: Look & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type="submit" {...rest} className={look({ tone, size, wide })} />
}

export function LinkButton({ tone, size, wide, children, ...rest }: Look & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a {...rest} className={look({ tone, size, wide })}>
      {children}
    </a>
  )
}
