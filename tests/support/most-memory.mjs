import { readFileSync } from 'node:fs'

/** The most memory this process ever had, in bytes. What `resourceUsage` tells begins, on Linux, with the parent's. */
export function mostMemory() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]) * 1024
  } catch {
    return process.resourceUsage().maxRSS * 1024
  }
}
