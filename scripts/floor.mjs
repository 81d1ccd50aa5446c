/** `floor.mjs FOLDER`: whether what browsers load asks for more than Chrome 87 and Safari 14 know (web views of old telephones). */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ESLint } from 'eslint'
import { ENHANCEMENTS } from './floor/enhancements.mjs'
import { scriptsOfPages } from './floor/scripts.mjs'
import { stylesAbove } from './floor/styles.mjs'
import { named } from './floor/support.mjs'

/** @param {string} css  @returns {string[]} a line for each feature that is neither known everywhere nor a mere enhancement */
export const judgeStyles = (css) =>
  stylesAbove(css).flatMap(({ feature, missing }) => (Object.hasOwn(ENHANCEMENTS, feature) ? [] : [`${feature}: not in ${named(missing)}`]))

/** @param {string} code  @returns {Promise<string[]>} */
export async function judgeScript(code) {
  const lint = new ESLint({ cwd: import.meta.dirname, overrideConfigFile: true, overrideConfig: [scriptsOfPages], allowInlineConfig: false })
  const [result] = await lint.lintText(code, { filePath: 'page.js' })
  return result.messages.map(({ line, message }) => `line ${line}: ${message}`)
}

/** Everything of a built client folder. @param {string} folder  @returns {Promise<string[]>} */
export async function judgeAssets(folder) {
  const found = []
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const text = /\.(css|js|mjs|svg|html)$/.test(name) ? readFileSync(join(folder, name), 'utf8') : ''
    const styles = name.endsWith('.css') ? text : [...text.matchAll(/<style[^>]*>([^]*?)<\/style>/g)].map((match) => match[1]).join('\n')
    const lines = [...judgeStyles(styles), ...(/\.m?js$/.test(name) ? await judgeScript(text) : [])]
    found.push(...lines.map((line) => `${name}: ${line}`))
  }
  return found
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const lines = await judgeAssets(process.argv[2])
  for (const line of lines) console.error(line)
  if (lines.length > 0) console.error('Above the floor (scripts/floor/enhancements.mjs names what may be).')
  process.exit(lines.length > 0 ? 1 : 0)
}
