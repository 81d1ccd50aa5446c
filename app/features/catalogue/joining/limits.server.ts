import { days, hours } from '#app/platform/clock.ts'
import { limit } from '#app/platform/form.server.ts'

const perAddress = limit(30, hours(1))
export const mayAskToJoin = (address: string) => perAddress(address)

const lettersPerMailbox = limit(5, days(1))
/** Nobody's mailbox is filled through our forms; beyond the limit the page says the same and no letter leaves. */
export const mayWriteTo = (email: string) => lettersPerMailbox(email)

const invitationsPerFirm = limit(30, hours(1))
export const mayInvite = (companyId: string) => invitationsPerFirm(companyId)
