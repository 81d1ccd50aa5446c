/** Where inside Tencent's apps a page is read. */
export type WeChat = 'phone' | 'desktop' | 'wecom' | 'mini-program'

/**
 * The app of a user agent, null for a browser: a hint for words and overlays, never a gate. WeCom names both itself and
 * WeChat, the client for Windows and Mac likewise.
 */
export function weChatOf(userAgent: string | null | undefined): WeChat | null {
  if (!userAgent || !/MicroMessenger|wxwork/i.test(userAgent)) return null
  if (/miniProgram/i.test(userAgent)) return 'mini-program'
  if (/wxwork/i.test(userAgent)) return 'wecom'
  return /Mobile|Android|iPhone|iPad|Harmony/i.test(userAgent) ? 'phone' : 'desktop'
}
