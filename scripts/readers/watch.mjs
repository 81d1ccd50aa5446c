import { Worker } from 'node:worker_threads'

/** Ends this process when it takes too much memory, even while it is busy: buffers are not part of V8's own limit. */
export function watchMemory(megabytes) {
  const source = `setInterval(() => { if (process.memoryUsage.rss() > ${megabytes} * 1048576) process.kill(process.pid, 'SIGKILL') }, 25)`
  new Worker(source, { eval: true }).unref()
}

export const tell = (value) => process.stdout.write(`${JSON.stringify(value)}\n`)
