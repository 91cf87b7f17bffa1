/**
 * A look for viruses by a program that the operator has set: clamd by its socket (INSTREAM of its protocol), or any command that reads a
 * file from its input and ends with 0 for clean and 1 for found, as `clamdscan -` does. Whatever else happens counts as no answer: nobody
 * takes silence for clean. What is found is not told further, since names of finds help nobody here.
 */
import { spawn } from 'node:child_process'
import { connect, type Socket } from 'node:net'
import { once } from 'node:events'

export type Scanned = 'clean' | 'found' | 'away'

export interface Scanner {
  /** @param patienceMs after which there is no answer */
  look(content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, patienceMs: number): Promise<Scanned>
}

/** `tcp://127.0.0.1:3310`, `unix:///run/clamav/clamd.ctl`, or the path of a program with its words. */
export function openScanner(said: string): Scanner {
  const look = /^(tcp|unix):/.test(said) ? overSocket(new URL(said)) : byCommand(said)
  return {
    look: (content, patienceMs) =>
      look(content, AbortSignal.timeout(patienceMs)).catch(() => 'away' as const),
  }
}

type Look = (
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  signal: AbortSignal,
) => Promise<Scanned>

/** Each piece behind its length, and a piece of nothing in the end. */
const overSocket =
  ({ protocol, hostname, port, pathname }: URL): Look =>
  async (content, signal) => {
    const socket = connect(
      protocol === 'unix:' ? { path: decodeURIComponent(pathname) } : { host: hostname, port: Number(port) },
    )
    socket.on('error', () => undefined)
    const stop = () => void socket.destroy(new Error('no answer in time'))
    signal.addEventListener('abort', stop)
    try {
      await once(socket, 'connect', { signal })
      const answer = answerOf(socket)
      // Whoever hangs up amid the content is met below, by the next piece.
      answer.catch(() => undefined)
      socket.write('zINSTREAM\0')
      for await (const piece of content) {
        const length = Buffer.alloc(4)
        length.writeUInt32BE(piece.length)
        socket.write(length)
        if (socket.destroyed) return 'away'
        if (!socket.write(piece)) await room(socket, signal)
      }
      socket.write(Buffer.alloc(4))
      return verdictOf(await answer)
    } finally {
      signal.removeEventListener('abort', stop)
      socket.destroy()
    }
  }

/** Until more can be written, or the line is gone. */
const room = (socket: Socket, signal: AbortSignal) =>
  Promise.race([once(socket, 'drain', { signal }), once(socket, 'close', { signal })])

const longestAnswer = 4096

async function answerOf(from: AsyncIterable<Uint8Array>): Promise<string> {
  let text = ''
  for await (const part of from) {
    text += Buffer.from(part).toString('latin1')
    if (text.includes('\0') || text.length > longestAnswer) break
  }
  return text.split('\0')[0] ?? ''
}

const verdictOf = (answer: string): Scanned =>
  answer === 'stream: OK' ? 'clean' : / FOUND$/.test(answer) ? 'found' : 'away'

const byCommand =
  (said: string): Look =>
  async (content, signal) => {
    const [program = '', ...words] = said.split(/\s+/)
    const child = spawn(program, words, { stdio: ['pipe', 'ignore', 'ignore'], signal })
    const ended = new Promise<number | null>((resolve, reject) => {
      child.once('error', reject)
      child.once('close', resolve)
    })
    // It may have seen enough before the last byte; then its end says what it saw.
    child.stdin.on('error', () => undefined)
    ended.catch(() => undefined)
    for await (const piece of content) {
      if (child.stdin.writable && !child.stdin.write(piece))
        await Promise.race([once(child.stdin, 'drain').catch(() => undefined), ended])
    }
    child.stdin.end()
    const code = await ended
    return code === 0 ? 'clean' : code === 1 ? 'found' : 'away'
  }
