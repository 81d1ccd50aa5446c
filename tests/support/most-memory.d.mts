/** bytes */
export function mostMemory(): number
