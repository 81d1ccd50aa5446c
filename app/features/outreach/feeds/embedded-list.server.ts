import { createHash } from 'node:crypto'
import type { Reader } from '#db/index.ts'
import { named } from '#app/features/catalogue/naming.ts'
import { readFields } from '#app/features/catalogue/taxonomy.server.ts'
import { env } from '#app/platform/env.server.ts'
import { htmlLang, translator, type Locale } from '#app/platform/locale.ts'
import { escapeXml } from '#app/platform/xml.ts'
import type { EmbedForm } from './embed-form.ts'
import { readNewest, type Newest } from './newest.server.ts'

const LIGHT = '--p:#fffefb;--i:#1c2420;--s:#4d5851;--l:#d9d4c5;--g:#14532d'
const DARK = '--p:#1b201c;--i:#e9ebe4;--s:#b3bcb4;--l:#353d37;--g:#8fd0a5'
const styleOf = (theme: EmbedForm['theme']) =>
  `:root{color-scheme:${theme === 'auto' ? 'light dark' : theme};${theme === 'dark' ? DARK : LIGHT}}${theme === 'auto' ? `@media(prefers-color-scheme:dark){:root{${DARK}}}` : ''}` +
  '*{box-sizing:border-box}body{margin:0;padding:12px 16px;background:var(--p);color:var(--i);font:15px/1.6 system-ui,sans-serif}h1{font-size:16px;margin:0 0 4px}ul{list-style:none;margin:0;padding:0}' +
  'li{padding:10px 0;border-top:1px solid var(--l)}a{display:inline-block;color:var(--g);font-weight:600;overflow-wrap:anywhere}p{margin:2px 0 0;color:var(--s);font-size:13px}footer{padding-top:10px;border-top:1px solid var(--l);font-size:13px}'

const hashOf = (style: string) => `'sha256-${createHash('sha256').update(style).digest('base64')}'`

/** The newest technologies as a page of its own for a partner's frame; null where there is no such field. */
export async function embeddedList(db: Reader, locale: Locale, asked: EmbedForm): Promise<Response | null> {
  const field = (await readFields(db)).find((one) => one.id === asked.field)
  if (asked.field && !field) return null
  const t = translator(locale)
  const style = styleOf(asked.theme)
  const items = await readNewest(db, locale, field?.id ?? null, asked.limit)
  const home = `${env.originOf[locale]}/${locale}`
  const title = escapeXml(field ? t('feeds:titleField', { field: field[locale] }) : t('feeds:title'))
  const page = `<!DOCTYPE html>
<html lang="${htmlLang[locale]}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head>
<body><main><h1>${title}</h1>
<ul>${items.map((item) => line(item, locale, home)).join('')}</ul>
${items.length === 0 ? `<p>${escapeXml(t('feeds:none'))}</p>\n` : ''}</main><footer><a href="${escapeXml(`${home}/${field ? `fields/${field.id}` : 'technologies'}`)}" target="_top">${escapeXml(t('name'))}</a></footer></body></html>
`
  return new Response(page, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'public, no-cache',
      // Made for other sites' frames: it has no form, no script and no cookie that a frame could abuse.
      'Content-Security-Policy': `default-src 'none'; style-src ${hashOf(style)}; base-uri 'none'; form-action 'none'; frame-ancestors *`,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      'Referrer-Policy': 'strict-origin-when-cross-origin',
    },
  })
}

function line({ slug, company, content }: Newest, locale: Locale, home: string): string {
  const name = named(content.name, locale)
  const firm = named(company.name, locale)
  const lang = firm.lang === locale ? '' : ` lang="${htmlLang[firm.lang]}"`
  return `<li><a href="${escapeXml(`${home}/technologies/${slug}`)}" target="_top">${escapeXml(name.text)}</a><p${lang}>${escapeXml(firm.text)}</p>${content.summary[locale] ? `<p>${escapeXml(content.summary[locale])}</p>` : ''}</li>`
}
