import pino from 'pino'
import { env } from './env.server.ts'

/** Paths that are themselves secrets (private links) are logged without their token. */
export function loggablePath(path: string): string {
  return path.replace(/^(\/(?:ja|zh)\/(?:receipts|releases|answers|confirmations|titles|standing|surveys|account\/(?:activation|reset|email)|join)\/)[^/?]+/, '$1…').replace(/\?.*$/, '')
}

export const log = pino({
  level: process.env.LOG_LEVEL || (env.test ? 'warn' : 'info'),
  redact: {
    paths: ['email', 'phone', 'wechat', 'person', 'address', 'organisation', 'password', 'recipient', 'token', '*.email', '*.phone', '*.wechat', '*.person', '*.address', '*.password', '*.recipient', '*.token'],
    censor: '…',
  },
  base: undefined,
})
