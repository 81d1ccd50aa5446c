/** A real mail server inside a test: it keeps what was handed over to it completely, in that order. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Handed {
  messageId: string
  to: string
  raw: string
}

export interface Mailbox {
  port: number
  handed: Handed[]
  /** the most lines that were ever open at the same time */
  mostLines(): number
  close(): Promise<void>
}

/** @param port the one it had before, when it comes back */
export async function openMailbox(port = 0, handed: Handed[] = []): Promise<Mailbox> {
  let [lines, most] = [0, 0]
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    // Asking for the name of 127.0.0.1 may take seconds where no name server answers.
    disableReverseLookup: true,
    onConnect: (_session, done) => {
      most = Math.max(most, ++lines)
      done()
    },
    onClose: () => void lines--,
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString()
        handed.push({ messageId: /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '', to: session.envelope.rcptTo[0]!.address, raw })
        done(null, 'kept')
      })
    },
  })
  // A client that is killed in the middle of a letter.
  server.on('error', () => undefined)
  await new Promise<void>((ready) => void server.listen(port, '127.0.0.1', ready))
  return {
    port: (server.server.address() as AddressInfo).port,
    handed,
    mostLines: () => most,
    close: () => new Promise((done) => server.close(() => done())),
  }
}
