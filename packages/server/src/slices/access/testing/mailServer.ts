/** A real SMTP server on the loopback, which keeps what it is sent. */
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface Letter {
  to: string[]
  subject: string
  text: string
}

export async function mailServer() {
  const letters: Letter[] = []
  let mood: 'takes' | 'busy' | 'refuses' = 'takes'
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo(_address, _session, done) {
      if (mood === 'takes') return done()
      done(Object.assign(new Error('not now'), { responseCode: mood === 'busy' ? 451 : 550 }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        const to = session.envelope.rcptTo.map(one => one.address)
        letters.push({ to, ...read(Buffer.concat(chunks).toString('latin1')) })
        done()
      })
    },
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo // listening on TCP
  return {
    letters,
    options: { url: `smtp://127.0.0.1:${port}`, from: 'kerege@example.org' },
    feel(next: typeof mood) {
      mood = next
    },
    /** The newest letter to somebody. */
    to: (address: string) => letters.findLast(letter => letter.to.includes(address)),
    close: () => new Promise<void>(resolve => server.close(() => resolve())),
  }
}

/** As much of MIME as our own letters use. */
function read(raw: string): { subject: string; text: string } {
  const end = raw.indexOf('\r\n\r\n')
  const head = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1]?.trim() ?? ''
  const body = raw.slice(end + 4)
  const encoding = header('Content-Transfer-Encoding').toLowerCase()
  const decoded =
    encoding === 'base64'
      ? Buffer.from(body, 'base64')
      : encoding === 'quoted-printable'
        ? quotedPrintable(body)
        : Buffer.from(body, 'latin1')
  const words = header('Subject').replaceAll(/\?=\s+=\?/g, '?==?')
  const subject = words.replaceAll(/=\?UTF-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
    (kind.toUpperCase() === 'B'
      ? Buffer.from(text, 'base64')
      : quotedPrintable(text.replaceAll('_', ' '))
    ).toString(),
  )
  return {
    subject,
    text: decoded.toString().replaceAll('\r\n', '\n').trim(),
  }
}

const quotedPrintable = (text: string) =>
  Buffer.from(
    text
      .replaceAll('=\r\n', '')
      .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
