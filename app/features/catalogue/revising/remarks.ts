/** What the firm says about a text that the office wrote: it stands among the remarks under this name. */
export const FROM_FIRM = 'firm'
