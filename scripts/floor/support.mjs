/** The oldest browsers that pages are made for, and what these know (MDN's tables). */
import { createRequire } from 'node:module'

export const FLOOR = { chrome: 87, chrome_android: 87, safari: 14, safari_ios: 14 }
export const known = createRequire(import.meta.url)('@mdn/browser-compat-data')

const numberOf = (version) => (typeof version === 'string' ? Number.parseFloat(version.replace('≤', '')) : version === true ? 0 : Infinity)

/** @param {{ support: Record<string, unknown> } | undefined} compat  @returns {string[]} the browsers of the floor that do not know it */
export const missingIn = (compat) => (compat ? Object.keys(FLOOR).filter((browser) => !isKnown(compat.support[browser], FLOOR[browser])) : [])

/** Behind a flag or under another name is not there. */
const isKnown = (statements, floor) =>
  statements === undefined ||
  [statements].flat().some(({ version_added, version_removed, flags, prefix, alternative_name }) => !flags && !prefix && !alternative_name && numberOf(version_added) <= floor && !(numberOf(version_removed ?? null) <= floor))

export const named = (browsers) => browsers.map((browser) => `${browser} ${FLOOR[browser]}`).join(', ')
