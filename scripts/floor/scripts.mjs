/** The lint of scripts that browsers run: neither syntax nor interfaces above the floor, without a transpiler in between. */
import compat from 'eslint-plugin-compat'
import { known, missingIn } from './support.mjs'

/** What a script of a page meets; names of rarer interfaces are also names of other people's functions. */
const MET = /^(Abort\w+|Blob|CharacterData|Clipboard|Crypto|CSS|DataTransfer|Document|DOMTokenList|Element|Event|EventTarget|File|FileList|FormData|Headers|History|HTML(?!Fenced)\w*|Location|Navigator|Node|NodeList|Range|Request|Response|Selection|ShadowRoot|Storage|URL|URLSearchParams|Window|XMLHttpRequest)$/
const owners = [...Object.values(known.javascript.builtins), ...Object.entries(known.api).flatMap(([name, owner]) => (MET.test(name) ? [owner] : []))]

/** Names of functions that no object of the floor has: `at`, `toSorted`, `startViewTransition`. */
function youngNames() {
  const young = new Map()
  for (const owner of owners) {
    for (const [key, entry] of Object.entries(owner)) {
      const name = key.replace(/_static$/, '')
      if (entry.__compat && /^[a-zA-Z]+$/.test(name)) young.set(name, (young.get(name) ?? true) && missingIn(entry.__compat).length > 0)
    }
  }
  return [...young].flatMap(([name, isYoung]) => (isYoung ? [name] : []))
}

/** `AbortSignal.timeout`: a name that others have too, so it is asked for with its owner. */
const youngStatics = Object.entries(known.api).flatMap(([object, owner]) =>
  Object.entries(owner).flatMap(([key, entry]) => (key.endsWith('_static') && missingIn(entry.__compat).length > 0 ? [{ object, property: key.slice(0, -'_static'.length) }] : [])),
)

/** @type {import('eslint').Linter.Config} */
export const scriptsOfPages = {
  plugins: { compat },
  languageOptions: { ecmaVersion: 2020, sourceType: 'script' },
  settings: { targets: ['chrome 87', 'safari 14', 'ios_saf 14'], lintAllEsApis: true },
  rules: {
    'compat/compat': 'error',
    'no-restricted-properties': ['error', ...youngStatics.map((one) => ({ ...one, message: 'Not in Chrome 87 or Safari 14.' }))],
    'no-restricted-syntax': ['error', { selector: `CallExpression > MemberExpression.callee[property.name=/^(${youngNames().join('|')})$/]`, message: 'Not in Chrome 87 or Safari 14.' }],
  },
}
