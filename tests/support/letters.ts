import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import PostalMime, { type Email } from 'postal-mime'

export interface CaughtLetter extends Email {
  /** the one link of the letter, or null */
  link: string | null
}

/** Every letter that a site without a mail server has written, oldest first. */
export async function letters(dataDir: string): Promise<CaughtLetter[]> {
  const folder = join(dataDir, 'mail')
  let names: string[] = []
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.eml')).sort()
  } catch {
    // no letter yet
  }
  return Promise.all(
    names.map(async (name) => {
      const letter = await PostalMime.parse(readFileSync(join(folder, name)))
      return { ...letter, link: /https?:\/\/\S+/.exec(letter.text ?? '')?.[0] ?? null }
    }),
  )
}

/** Waits until a letter is there that the question says yes to. */
export async function letterWhere(dataDir: string, fits: (letter: CaughtLetter) => boolean, withinMs = 20_000): Promise<CaughtLetter> {
  const end = Date.now() + withinMs
  for (;;) {
    const found = (await letters(dataDir)).findLast(fits)
    if (found) return found
    if (Date.now() > end) throw new Error(`no such letter within ${withinMs} ms`)
    await pause(100)
  }
}

/** The newest letter to an address. */
export const letterTo = (dataDir: string, recipient: string): Promise<CaughtLetter> =>
  letterWhere(dataDir, (letter) => letter.to?.some((to) => to.address === recipient) ?? false)
