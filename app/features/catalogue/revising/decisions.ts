/** Why a listing is published although it seems to hold contact details. */
export const contactsReasons = ['mistaken', 'general', 'agreed'] as const
export type ContactsReason = (typeof contactsReasons)[number]

/** How somebody of the firm said that its sign-off is not needed. */
export const waiverWays = ['phone', 'mail', 'meeting', 'agreement'] as const
export type WaiverWay = (typeof waiverWays)[number]
