import { isIP } from 'node:net'
import { join } from 'node:path'
import { dataDir, databaseUrl } from '#db/location.ts'

/** A setting that cannot be used; the start prints its message as one line and stops. */
export class BadSetting extends Error {}

function port(value: string | undefined): number {
  if (value === undefined || value === '') return 3000
  const n = Number(value)
  if (!Number.isInteger(n) || n < 0 || n > 65_535) throw new BadSetting(`PORT must be a number from 0 to 65535, not "${value}".`)
  return n
}

function origin(name: string, fallback: string): string {
  const value = process.env[name]
  if (!value) return fallback
  try {
    const url = new URL(value)
    if (!/^https?:$/.test(url.protocol) || url.pathname !== '/') throw new Error()
    return url.origin
  } catch {
    throw new BadSetting(`${name} must be an address such as https://databank.example, not "${value}".`)
  }
}

function mailServer(value: string | undefined): string | null {
  if (!value) return null
  try {
    const url = new URL(value)
    if (!/^smtps?:$/.test(url.protocol) || !url.hostname) throw new Error()
    return value
  } catch {
    throw new BadSetting('SMTP_URL must look like smtp://user:password@host:587 or smtps://…')
  }
}

function database(value: string): string {
  if (!process.env.DATABASE_URL) return value
  if (!/^(postgres(ql)?:\/\/[^/]+\/.+|pglite:.*)$/.test(value)) {
    throw new BadSetting('DATABASE_URL must look like postgres://user:password@host:5432/name (leave it out for SQLite).')
  }
  return value
}

function proxies(value: string | undefined): Set<string> {
  const all = (value ?? '').split(',').map((part) => part.trim()).filter(Boolean)
  for (const one of all) if (!isIP(one)) throw new BadSetting(`TRUSTED_PROXIES must be IP addresses joined by commas, not "${one}".`)
  return new Set(all)
}

/** `name=value` pairs joined by commas. */
function pairs(name: string, example: string): Record<string, string> {
  const parts = (process.env[name] ?? '').split(',').map((part) => part.trim()).filter(Boolean)
  return Object.fromEntries(
    parts.map((part) => {
      const [key, value] = [part.slice(0, part.indexOf('=')).trim(), part.slice(part.indexOf('=') + 1).trim()]
      if (!key || !value || !part.includes('=')) throw new BadSetting(`${name} must look like ${example}, not "${part}".`)
      return [key, value]
    }),
  )
}

/** An address with a token in it: what is wrong with it is said without repeating it. */
function secretAddress(name: string): string | null {
  const value = process.env[name]
  if (!value) return null
  if (!URL.canParse(value) || !/^https?:\/\//.test(value)) throw new BadSetting(`${name} must be an address that begins with http:// or https://.`)
  return value
}

function count(name: string, fallback: number): number {
  const value = process.env[name]
  if (!value) return fallback
  const n = Number(value)
  if (!Number.isInteger(n) || n < 1) throw new BadSetting(`${name} must be a whole number above 0, not "${value}".`)
  return n
}

/** Days after which something is erased. What the notice has promised, or the law asks for, cannot be set aside. */
function daysKept(name: string, fallback: number, { least = 1, most = 36_500 } = {}): number {
  const n = count(name, fallback)
  if (n < least || n > most) throw new BadSetting(`${name} must be from ${least} to ${most} days, not "${n}".`)
  return n
}

/** Who signs pages for WeChat's script, and where its two endpoints are. */
export interface WeChatAccount {
  appId: string
  secret: string
  api: string
}

function wechat(): WeChatAccount | null {
  const { WECHAT_APP_ID: appId, WECHAT_APP_SECRET: secret } = process.env
  if (!appId && !secret) return null
  if (!appId || !secret) throw new BadSetting('WECHAT_APP_ID and WECHAT_APP_SECRET go together: set both, or neither.')
  return { appId, secret, api: origin('WECHAT_API_ORIGIN', 'https://api.weixin.qq.com') }
}

function readSettings() {
  const host = process.env.HOST || '127.0.0.1'
  const portNumber = port(process.env.PORT)
  const shownHost = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  const own = origin('ORIGIN', `http://${shownHost}:${portNumber}`)
  return {
    host,
    port: portNumber,
    dataDir,
    databaseUrl: database(databaseUrl),
    origin: own,
    originOf: { ja: origin('ORIGIN_JA', own), zh: origin('ORIGIN_ZH', own) },
    icpNumbers: pairs('ICP_NUMBERS', 'zh.databank.example=京ICP备12345678号-1'),
    psbNumbers: pairs('PSB_NUMBERS', 'zh.databank.example=京公网安备11010102000001号'),
    siteVerification: pairs('SITE_VERIFICATION', 'baidu=codeva-…,google=…,bing=…'),
    baiduPushUrl: secretAddress('BAIDU_PUSH_URL'),
    verificationDir: process.env.VERIFICATION_DIR || join(dataDir, 'verification'),
    wechat: wechat(),
    smtpUrl: mailServer(process.env.SMTP_URL),
    mailFrom: process.env.MAIL_FROM || 'databank@localhost',
    officeMail: process.env.OFFICE_MAIL || 'office@localhost',
    seed: process.env.SEED !== 'none',
    trustedProxies: proxies(process.env.TRUSTED_PROXIES),
    inquiriesPerHour: count('INQUIRIES_PER_HOUR', 30),
    privacyMail: process.env.PRIVACY_MAIL || process.env.OFFICE_MAIL || 'office@localhost',
    /** in days; which is for what: features/trust/retention.ts */
    retain: {
      case: daysKept('RETAIN_CASE_DAYS', 730, { most: 730 }),
      closed: daysKept('RETAIN_CLOSED_DAYS', 180, { most: 730 }),
      withdrawn: daysKept('RETAIN_WITHDRAWN_DAYS', 30, { most: 730 }),
      letters: daysKept('RETAIN_LETTER_DAYS', 90),
      firmContacts: daysKept('RETAIN_FIRM_CONTACT_DAYS', 365),
      partyContacts: daysKept('RETAIN_PARTY_CONTACT_DAYS', 1095),
      invitations: daysKept('RETAIN_INVITATION_DAYS', 60, { least: 4 }),
      provisions: daysKept('RETAIN_PROVISION_DAYS', 1095, { least: 1095 }),
    },
    test: process.env.NODE_ENV === 'test',
  }
}

/** All settings, checked once. See the table in the README. */
export const env = readSettings()
