/** What is erased by itself when its time is over, and why it is kept that long: the words are in trust.json. */
export const purposes = ['case', 'closed', 'withdrawn', 'letters', 'firmContacts', 'partyContacts', 'invitations', 'provisions'] as const
export type Purpose = (typeof purposes)[number]

/** What people outside of the office are told of. */
export const toldPurposes = ['case', 'closed', 'withdrawn', 'letters', 'firmContacts', 'partyContacts', 'provisions'] as const satisfies readonly Purpose[]

/** A period as people say it. */
export function spanOf(days: number): { unit: 'years' | 'days'; n: number } {
  return days % 365 === 0 ? { unit: 'years', n: days / 365 } : { unit: 'days', n: days }
}
