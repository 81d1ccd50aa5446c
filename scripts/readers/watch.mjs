import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/**
 * Ends this process when it takes too much memory, even while it is busy: buffers are not part of V8's own limit.
 * Resolves once the watch is kept.
 */
export async function watchMemory(megabytes) {
  const look = `if (process.memoryUsage.rss() > ${megabytes} * 1048576) process.kill(process.pid, 'SIGKILL')`
  const watch = new Worker(`setInterval(() => { ${look} }, 5); require('node:worker_threads').parentPort.postMessage('watching')`, { eval: true })
  await once(watch, 'message')
  watch.unref()
}

export const tell = (value) => process.stdout.write(`${JSON.stringify(value)}\n`)
