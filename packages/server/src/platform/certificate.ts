/** When the certificate that browsers meet at an address ends: asked of the address itself, as a browser would. */
import { connect } from 'node:tls'

/** @returns undefined where the address has no TLS; null when nobody answers in time */
export async function certificateEnd(baseUrl: string, patienceMs = 3000): Promise<Date | null | undefined> {
  const { protocol, hostname, port } = new URL(baseUrl)
  if (protocol !== 'https:') return undefined
  return new Promise(resolve => {
    const done = (end: Date | null) => {
      socket.destroy()
      resolve(end)
    }
    // What it is worth is the browser's question; here only its end is read, an untrusted one's too.
    const socket = connect(
      { host: hostname, port: Number(port || 443), servername: hostname, rejectUnauthorized: false },
      () => {
        const end = new Date(socket.getPeerCertificate().valid_to)
        done(Number.isNaN(end.getTime()) ? null : end)
      },
    )
    socket.setTimeout(patienceMs, () => done(null))
    socket.once('error', () => done(null))
  })
}
