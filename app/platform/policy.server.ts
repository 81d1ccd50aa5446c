/** What a page may load: no inline script or style on any of them, hence `'self'` without any nonce; `scripts` are other hosts' whose scripts it may run. */
export const contentPolicy = (...scripts: string[]): string =>
  `default-src 'self'; img-src 'self' data:; style-src 'self'; script-src ${["'self'", ...scripts].join(' ')}; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'`
