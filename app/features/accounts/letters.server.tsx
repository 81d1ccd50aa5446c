import type { Composer } from '#app/platform/mail.server.ts'

/** The letters this domain sends: none yet, one-time links are handed over in person. */
export const accountLetters: Record<string, Composer> = {}
