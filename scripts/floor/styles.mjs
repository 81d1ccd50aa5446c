/** What a built stylesheet asks of a browser beyond the floor. */
import { bare, listed, readSheet } from './reading.mjs'
import { known, missingIn } from './support.mjs'

const { properties, selectors, types } = known.css
const atRules = known.css['at-rules']

/** Functions of values by their name, wherever MDN keeps them; those of one property are asked first. */
const functions = new Map()
const keepFunctions = (tree) => {
  for (const [name, entry] of Object.entries(tree)) {
    if (name === '__compat' || typeof entry !== 'object') continue
    if (entry.__compat && !functions.has(name)) functions.set(name, entry.__compat)
    keepFunctions(entry)
  }
}
keepFunctions(types)

/** @returns {{ feature: string, missing: string[] }[]} each feature once */
export function stylesAbove(css) {
  const found = new Map()
  const judge = (feature, compat) => {
    const missing = missingIn(compat)
    if (missing.length > 0) found.set(feature, missing)
  }
  const sheet = readSheet(css)
  const preludes = new Set()
  const gather = (block) => block.rules.forEach((rule) => (preludes.add(rule.prelude), gather(rule)))
  gather(sheet)
  walk(sheet, judge, preludes)
  return [...found].map(([feature, missing]) => ({ feature, missing }))
}

function walk(block, judge, preludes, inStyle = false) {
  // Fonts and counters are described in words of their own, younger ones of which are passed over.
  const describes = /^@(?!media)/.test(block.prelude)
  for (const declaration of describes ? [] : block.declarations) judgeDeclaration(declaration, block.declarations, judge)
  for (const rule of block.rules) {
    // Who asks has a way without.
    if (rule.prelude.startsWith('@supports')) continue
    if (inStyle) judge('nesting', selectors.nesting.__compat)
    const name = /^@([\w-]+)/.exec(rule.prelude)?.[1]
    if (name) judgeAtRule(name, rule.prelude, judge)
    else if (!/^(from|to|[\d.]+%)/.test(rule.prelude)) judgeSelector(rule.prelude, judge, preludes)
    walk(rule, judge, preludes, inStyle || !name)
  }
}

function judgeAtRule(name, prelude, judge) {
  if (name.startsWith('-')) return
  judge(`@${name}`, atRules[name]?.__compat ?? unheardOf)
  if (name !== 'media') return
  for (const [, feature] of prelude.matchAll(/\(\s*([\w-]+)\s*[:)]/g)) judge(`@media ${feature}`, atRules.media[feature.replace(/^(min|max)-/, '')]?.__compat ?? unheardOf)
  if (/[<>]/.test(prelude)) judge('@media range', atRules.media.range_syntax.__compat)
}

/** A browser drops a whole rule for one selector it does not know: what is new must stand by itself. */
function judgeSelector(prelude, judge, preludes) {
  const parts = listed(prelude)
  for (const part of parts) {
    for (const [whole, name] of bare(part).matchAll(/::?([a-z-]+)/g)) {
      if (name.startsWith('-')) continue
      // Written a second time with the older name, by the build.
      if (name === 'is' && preludes.has(prelude.replaceAll(':is(', ':-webkit-any('))) continue
      const alone = parts.every((other) => bare(other).includes(whole))
      judge(alone ? whole : `${whole} in a list`, selectors[name]?.__compat ?? unheardOf)
    }
    if (part.includes('&')) judge('nesting', selectors.nesting.__compat)
  }
}

const unheardOf = { support: { chrome: { version_added: false } } }
const VIEWPORTS = { d: 'viewport_percentage_units_dynamic', s: 'viewport_percentage_units_small', l: 'viewport_percentage_units_large' }

function judgeDeclaration({ name, value }, siblings, judge) {
  const said = bare(value)
  judgeValue(said, judge)
  if (name.startsWith('-')) return
  const property = properties[name]
  // A prefixed twin beside it serves the older ones.
  const prefixed = siblings.some((one) => one.name === `-webkit-${name}`)
  if (!prefixed) judge(name, property?.__compat ?? unheardOf)
  for (const [word] of said.replace(/[\w-]+\(/g, '(').matchAll(/(?<![\w#.-])[a-z][a-z-]*(?![\w(-])/g)) judge(`${name}: ${word}`, property?.[word.replaceAll('-', '_')]?.__compat ?? property?.[word]?.__compat)
  if (siblings.some((one) => one.name === 'display' && one.value.includes('flex'))) judge(`${name} in flex`, property?.flex_context?.__compat)
}

function judgeValue(said, judge) {
  for (const [, name] of said.matchAll(/(?<![\w-])(?!url)([a-z][\w-]*)\(/g)) judge(`${name}()`, functions.get(name))
  for (const [, unit] of said.matchAll(/(?<![\w#-])[\d.]+([a-z]+)/gi)) judge(`unit ${unit}`, compatOfUnit(unit))
}

function compatOfUnit(unit) {
  const { length } = types
  if (/^cq(w|h|i|b|min|max)$/.test(unit)) return length.container_query_length_units.__compat
  const viewport = /^([dsl])v(w|h|i|b|min|max)$/.exec(unit)
  return length[viewport ? VIEWPORTS[viewport[1]] : unit]?.__compat
}
