import { env } from '#app/platform/env.server.ts'
import { contentPolicy } from '#app/platform/policy.server.ts'
import type { WeChat } from '#app/platform/wechat.ts'
import { signable } from './signing.ts'

export const ownOrigins: readonly string[] = [env.origin, env.originOf.ja, env.originOf.zh]

/** True where WeChat's script is switched on, for its own apps and on public pages only; every other reader loads nothing from elsewhere. */
export const signsHere = (weChat: WeChat | null, url: string): boolean =>
  env.wechat !== null && (weChat === 'phone' || weChat === 'desktop') && signable(url, ownOrigins) !== null

export const policyOfSigned = contentPolicy('https://res.wx.qq.com')
