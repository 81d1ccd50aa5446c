import { env } from '#app/platform/env.server.ts'
import { locales } from '#app/platform/locale.ts'

/** What is private or personal, what only helps to ask or to pass on, and pages made for one reader. Everything else is meant to be found. */
const CLOSED = [
  'desk', 'account', 'receipts', 'answers', 'clips', 'releases', 'confirmations', 'titles', 'standing', 'surveys', 'event-surveys', 'resend', 'inquiries', 'join/', 'share', 'embed',
  'technologies/*/inquiry', 'technologies?*q=', 'needs?*q=', 'projects?*q=', 'projects/proposal',
  '*/poster', '*/flyer', 'flyer', 'codes', 'collections',
]
const CLOSED_ROOTS = ['api', 'q', 'qr', 'posters', 'flyers']

export function loader() {
  const lines = [
    'User-agent: *',
    ...locales.flatMap((locale) => CLOSED.map((room) => `Disallow: /${locale}/${room}`)),
    ...CLOSED_ROOTS.map((root) => `Disallow: /${root}/`),
    ...locales.map((locale) => `Sitemap: ${env.originOf[locale]}/${locale}/sitemap.xml`),
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=3600' } })
}
