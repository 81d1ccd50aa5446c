/** Without vowels, so that no words arise, and without what is mistaken for another: 0O 1IL 2Z 5S 8B UV. */
export const ALPHABET = 'CDFGHJKMNPQRTWXY34679'
export const LENGTH = 5

/** A code of random letters; `random` gives a number from 0 to below its argument. */
export const drawCode = (random: (below: number) => number): string => Array.from({ length: LENGTH }, () => ALPHABET[random(ALPHABET.length)]!).join('')

/** A code as somebody typed it from paper: in wide letters, small, with blanks. */
export const readCode = (typed: string): string => typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').slice(0, 40)
