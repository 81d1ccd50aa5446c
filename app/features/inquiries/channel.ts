import type { Channel } from './choices.ts'

/** How each channel's address must look; the message key of a form is the channel's own name. */
const shapes: Record<Channel, (address: string) => boolean> = {
  email: (address) => address.length <= 254 && /^[^\s@,;<>()"]{1,64}@[^\s@,;<>()"]+\.[^\s@.,;<>()"]{2,}$/.test(address),
  phone: (address) => /^\+?[\d\s().\-]{6,26}$/.test(address) && withinDigits(address, 7, 15),
  wechat: (address) => /^[A-Za-z0-9][-_A-Za-z0-9]{5,19}$/.test(address) || (/^\+?[\d\s-]{8,20}$/.test(address) && withinDigits(address, 8, 15)),
}

const withinDigits = (text: string, least: number, most: number) => {
  const n = text.replace(/\D/g, '').length
  return n >= least && n <= most
}

/** Full-width letters and digits become plain ones; nothing else is changed. */
export const tidyAddress = (address: string): string => address.normalize('NFKC').trim()

export const isAddress = (channel: Channel, address: string): boolean => shapes[channel](tidyAddress(address))

/** One spelling for one address, so that limits see the same person twice. */
export function foldAddress(channel: Channel, address: string): string {
  const tidy = tidyAddress(address).toLowerCase()
  const digits = tidy.replace(/\D/g, '')
  if (channel === 'email') return `email:${tidy}`
  const isNumber = !/[a-z_]/.test(tidy)
  // A WeChat account may be found by its phone number: the same number is the same person.
  if (!isNumber) return `${channel}:${tidy}`
  return `phone:${digits.replace(/^00/, '').replace(/^86(?=1\d{10}$)/, '')}`
}

/** Enough of an address for its owner to recognise it, on a page whose link may have been passed on. */
export function shadeAddress(address: string): string {
  const [name = '', host] = address.split('@')
  const shown = name.length <= 3 ? name.slice(0, 1) : name.slice(0, 2)
  if (host) return `${shown}***@${host}`
  return `${address.slice(0, 3)}***${address.slice(-2)}`
}
