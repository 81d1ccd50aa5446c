/** The six orders of the data bank: no firm is always first because its name begins with あ or A. */
export const ORDERS = ['kana-asc', 'kana-desc', 'pinyin-asc', 'pinyin-desc', 'alpha-asc', 'alpha-desc'] as const
export type Order = (typeof ORDERS)[number]
export type OrderKey = 'kana' | 'pinyin' | 'alpha'

/** Draws one of the six orders, each equally likely. */
export const drawOrder = (random: () => number = Math.random): Order => ORDERS[Math.floor(random() * ORDERS.length)] ?? 'kana-asc'

export function splitOrder(order: Order): { key: OrderKey; descending: boolean } {
  const [key, direction] = order.split('-') as [OrderKey, 'asc' | 'desc']
  return { key, descending: direction === 'desc' }
}
