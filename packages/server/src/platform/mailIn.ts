/**
 * Incoming mail, for answers only: a small SMTP listener on loopback or behind the node's mail server. It takes mails for addresses
 * that this node has signed, up to a size, and hands them on as bytes; it relays nothing and knows no mailbox.
 */
import type { Readable } from 'node:stream'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface MailInOptions {
  host: string
  port: number
  /** Addresses that can be answered to end with it. */
  domain: string
}

export interface ArrivedMail {
  /** To which of our addresses. */
  recipient: string
  /** Whom the envelope names as its sender; empty for a bounce. */
  sender: string
  raw: Buffer
}

export interface MailTaker {
  /** Is this an address of ours? Asked before anything is read. */
  knows: (address: string) => boolean
  /** @returns a refusal that the sending server passes on, or nothing when the mail was taken or dropped */
  take: (mail: ArrivedMail) => Promise<string | undefined>
}

export interface MailIn {
  port: number
  stop(): Promise<void>
}

/** Larger than any answer in words, smaller than what hurts. */
const mostBytes = 1_000_000

const refusal = (code: number, text: string) => Object.assign(new Error(text), { responseCode: code })

export async function startMailIn(
  { host, port }: Omit<MailInOptions, 'domain'>,
  taker: MailTaker,
  onFault: (error: Error) => void,
): Promise<MailIn> {
  const server = new SMTPServer({
    banner: 'answers only',
    // What comes is asked for by its address; nobody signs in, and TLS is the business of the server in front.
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: mostBytes,
    maxClients: 20,
    socketTimeout: 30_000,
    closeTimeout: 2_000,
    onRcptTo({ address }, session, done) {
      if (session.envelope.rcptTo.length > 0) return done(refusal(452, 'One recipient at a time'))
      done(taker.knows(address) ? null : refusal(550, 'No such address here'))
    },
    onData(stream, session, done) {
      void read(stream)
        .then(async raw => {
          if (!raw) return done(refusal(552, 'Larger than an answer in words'))
          const { mailFrom, rcptTo } = session.envelope
          const refused = await taker.take({
            recipient: rcptTo[0]?.address ?? '',
            sender: mailFrom === false ? '' : mailFrom.address,
            raw,
          })
          done(refused === undefined ? null : refusal(550, refused))
        })
        .catch((error: Error) => {
          onFault(error)
          // Not theirs to mend: the sending server tries again later.
          done(refusal(451, 'Try again later'))
        })
    },
  })
  server.on('error', onFault)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(port, host, () => resolve())
  })
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise(resolve => server.close(() => resolve())),
  }
}

/** Reads to the end whatever its size, as SMTP wants it; keeps nothing of what is too large. */
async function read(stream: Readable & { sizeExceeded: boolean }): Promise<Buffer | null> {
  const parts: Buffer[] = []
  let total = 0
  for await (const part of stream as AsyncIterable<Buffer>) {
    total += part.length
    if (total <= mostBytes) parts.push(part)
  }
  return stream.sizeExceeded || total > mostBytes ? null : Buffer.concat(parts)
}
