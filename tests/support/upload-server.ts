/** A server that only takes files in, as a process of its own: says its address, and at the end the most memory it ever had. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createRequest } from '@remix-run/node-fetch-server'
import { judgeDocument } from '#app/features/catalogue/files/judging.server.ts'
import { withUpload } from '#app/platform/uploads.server.ts'
import { mostMemory } from './most-memory.mjs'

let who = 0
const server = createServer((req, res) => {
  void withUpload(createRequest(req, res), `person-${who++}`, async ({ file }) => {
    const judged = file ? await judgeDocument(file) : null
    return judged?.ok ? 'taken' : (judged?.reason ?? 'no-file')
  })
    .then((answer) => (answer.ok ? answer.value : answer.reason))
    .catch((error) => String(error))
    .then((said) => res.end(said))
})
server.listen(0, '127.0.0.1', () => process.send!({ port: (server.address() as AddressInfo).port }))
process.on('message', () => process.send!({ peak: mostMemory() }))
