import type { Locale } from '#app/platform/locale.ts'

/** A public page as it is passed on: its own address, the message, and one line. */
export interface SharedPage {
  address: string
  title: string
  line: string
  /** address of its square picture */
  picture: string
}

/** The ways to pass a page on in each language, the most used first; `wechat` is a page of our own. */
export const waysOf = {
  ja: ['line', 'x', 'facebook', 'wechat', 'mail'],
  zh: ['wechat', 'weibo', 'mail', 'x', 'facebook'],
} as const satisfies Record<Locale, readonly Way[]>
export type Way = 'wechat' | 'line' | 'weibo' | 'x' | 'facebook' | 'mail'

const LONGEST_LINE = 60

const link = (to: string, members: Record<string, string>) =>
  `${to}?${Object.entries(members).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&')}`

/** The plain link by which another site takes the page over; nothing of theirs is loaded here. */
export const outward: Record<Exclude<Way, 'wechat'>, (page: SharedPage) => string> = {
  line: (page) => link('https://social-plugins.line.me/lineit/share', { url: page.address, text: textOf(page) }),
  weibo: (page) => link('https://service.weibo.com/share/share.php', { url: page.address, title: textOf(page), pic: page.picture }),
  x: (page) => link('https://x.com/intent/tweet', { text: textOf(page), url: page.address }),
  facebook: (page) => link('https://www.facebook.com/sharer/sharer.php', { u: page.address }),
  mail: (page) => link('mailto:', { subject: page.title, body: `${textOf(page)}\n${page.address}` }),
}

function textOf({ title, line }: SharedPage): string {
  const letters = [...line]
  const short = letters.length > LONGEST_LINE ? `${letters.slice(0, LONGEST_LINE - 1).join('')}…` : line
  return short ? `${title}｜${short}` : title
}
