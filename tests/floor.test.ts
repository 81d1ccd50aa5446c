/** The oldest browsers: what the check of the build finds, and that there is nothing to find in what pages load. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { judgeScript, judgeStyles } from '../scripts/floor.mjs'
import { stylesAbove } from '../scripts/floor/styles.mjs'

test.each([
  ['a:has(b){color:red}', ':has'],
  ['a,b:has(c){color:red}', ':has in a list'],
  ['@container (width>1px){a{color:red}}', '@container'],
  ['a{color:red;& b{color:blue}}', 'nesting'],
  ['a{color:red;b{color:blue}}', 'nesting'],
  ['a{aspect-ratio:4/3}', 'aspect-ratio'],
  ['a{inset:0}', 'inset'],
  ['a{display:flex;gap:1px}', 'gap in flex'],
  ['a{height:100dvh}', 'unit dvh'],
  ['a{width:calc(1cqw + 2px)}', 'unit cqw'],
  ['a{color:color-mix(in srgb,red,blue)}', 'color-mix()'],
  ['a{background:no-repeat linear-gradient(oklch(50% 1 0),red)}', 'oklch()'],
  ['a{color:light-dark(red,blue)}', 'light-dark()'],
  [':where(a){color:red}', ':where'],
  ['a{text-wrap:balance}', 'text-wrap: balance'],
  ['a{accent-color:red}', 'accent-color'],
  ['@media (min-width:1px) and (width<=9px){a{color:red}}', '@media range'],
  ['@layer x{a{color:red}}', '@layer'],
  ['a{no-such-property:1}', 'no-such-property'],
  ['b{content:"{};:has(x)"}a{margin-inline:0}', 'margin-inline'],
])('%s is above the floor', (css, feature) => {
  expect(stylesAbove(css).map((one) => one.feature)).toContain(feature)
})

test('what every browser of the floor knows passes, and so does what asks first', () => {
  const css = `:root{--x:1px}a:not(:first-child)>b::before{content:"a{b:c}";padding:max(var(--x),env(safe-area-inset-bottom)) 0;background:url("data:image/svg+xml,<svg/>")}
    @media (prefers-color-scheme:dark) and (min-width:48rem){a{display:grid;grid-template-columns:repeat(auto-fill,minmax(9rem,1fr));gap:4px;position:sticky}}
    @supports (aspect-ratio:1){a{aspect-ratio:1}}a{-webkit-text-size-adjust:100%;text-size-adjust:100%}@keyframes k{from{opacity:0}50%{opacity:1}}@font-face{font-family:x;src:url(x)}`
  expect(judgeStyles(css)).toEqual([])
})

test.each(['const last = [1].at(-1)', 'Object.hasOwn({}, "a")', 'structuredClone({})', 'AbortSignal.timeout(9)', 'document.startViewTransition(() => {})', 'class A { #b = 1 }', 'a ??= 1', 'list.toSorted()', 'await import("x")'])(
  '%s is above the floor',
  async (code) => expect(await judgeScript(code)).not.toEqual([]),
)

test('the scripts of the pages are for every browser of the floor', async () => {
  const names = readdirSync('public').filter((name) => name.endsWith('.js'))
  expect(names.length).toBeGreaterThan(0)
  for (const name of names) expect(await judgeScript(readFileSync(`public/${name}`, 'utf8')), name).toEqual([])
})
