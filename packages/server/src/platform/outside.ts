/**
 * The line to servers that somebody has named: libraries elsewhere. Only http and https, only by GET, and never into the house:
 * an address that leads to this machine or to a private network is refused where it is written and where it is resolved, for
 * every redirect anew, so that no name can turn into another place between the look and the call.
 */
import { lookup as resolve, type LookupAddress } from 'node:dns'
import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { createGunzip } from 'node:zlib'
import { openNetworks } from './networks.ts'

export type OutsideFault = 'address-refused' | 'away' | 'answered' | 'too-large' | 'too-slow'

/** What kept an answer from coming. `status` is that of the other server, `retryAfter` what it asked for, in seconds. */
export class OutsideError extends Error {
  readonly fault: OutsideFault
  readonly status: number | undefined
  readonly retryAfter: number | undefined
  constructor(fault: OutsideFault, { status, retryAfter }: { status?: number; retryAfter?: number } = {}) {
    super(fault)
    this.name = 'OutsideError'
    this.fault = fault
    this.status = status
    this.retryAfter = retryAfter
  }
}

export interface Outside {
  /** @throws OutsideError */
  get(url: string): Promise<string>
}

export interface OutsideLimits {
  readonly mostBytes: number
  readonly patienceMs: number
  /** For a library within one's own house, said by who runs the node or the command. */
  readonly allowPrivate: boolean
}
const usual: OutsideLimits = { mostBytes: 20_000_000, patienceMs: 60_000, allowPrivate: false }

/**
 * Networks that nobody outside has (IANA special-purpose registries, RFC 6890 and its updates). IPv4 in the dress of IPv6 is
 * held against the list of IPv4.
 */
const inside = openNetworks([
  ...[
    '0.0.0.0/8',
    '10.0.0.0/8',
    '100.64.0.0/10',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.0.0.0/24',
  ],
  ...[
    '192.0.2.0/24',
    '192.88.99.0/24',
    '192.168.0.0/16',
    '198.18.0.0/15',
    '198.51.100.0/24',
    '203.0.113.0/24',
    '224.0.0.0/3',
  ],
  ...['::/127', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '2001::/23', '2001:db8::/32', '2002::/16'],
  ...['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
])

/** Does a host lead into a house by what it is called? An address by its network, a name by its ending. */
export function namesInside(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '')
  return isIP(host) === 0 ? /(^|\.)(localhost|local|internal|home\.arpa)$/i.test(host) : inside(host)
}

export function openOutside(over: Partial<OutsideLimits> = {}): Outside {
  const limits = { ...usual, ...over }
  return {
    async get(url) {
      let next = url
      const signal = AbortSignal.timeout(limits.patienceMs)
      for (let hop = 0; hop < 4; hop += 1) {
        const answer = await ask(next, limits, signal)
        const { statusCode = 0, headers } = answer
        if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
          answer.destroy()
          if (!URL.canParse(headers.location, next))
            throw new OutsideError('answered', { status: statusCode })
          next = new URL(headers.location, next).href
          continue
        }
        if (statusCode !== 200) {
          answer.destroy()
          const wait = Number(headers['retry-after'])
          throw new OutsideError('answered', {
            status: statusCode,
            ...(Number.isFinite(wait) ? { retryAfter: Math.min(Math.max(0, wait), 86_400) } : {}),
          })
        }
        return readLimited(answer, limits, signal)
      }
      throw new OutsideError('answered', { status: 310 })
    },
  }
}

function ask(
  address: string,
  { allowPrivate }: OutsideLimits,
  signal: AbortSignal,
): Promise<IncomingMessage> {
  const url = URL.canParse(address) ? new URL(address) : undefined
  const known = url?.protocol === 'https:' || url?.protocol === 'http:'
  const host = url?.hostname.replace(/^\[|\]$/g, '') ?? ''
  if (
    !url ||
    !known ||
    url.username !== '' ||
    url.password !== '' ||
    (!allowPrivate && isIP(host) !== 0 && inside(host))
  ) {
    return Promise.reject(new OutsideError('address-refused'))
  }
  return new Promise((done, refuse) => {
    const request = (url.protocol === 'https:' ? getSecure : getPlain)(url, {
      headers: {
        accept: 'text/xml, application/xml',
        'accept-encoding': 'gzip',
        'user-agent': 'kerege (OAI-PMH)',
      },
      signal,
      // A connection of its own: no other call may have opened it under another look.
      agent: false,
      lookup: allowPrivate ? undefined : guardedLookup,
    })
    request.on('response', done)
    request.on('error', error => refuse(troubleOf(error, signal)))
  })
}

/** Whoever is cut off by our own clock was too slow, whatever the socket calls it. */
const troubleOf = (error: Error, signal: AbortSignal): OutsideError =>
  error instanceof OutsideError ? error : new OutsideError(signal.aborted ? 'too-slow' : 'away')

/** What the name stands for is looked at here, and exactly that is called. */
const guardedLookup: LookupFunction = (host, options, done) => {
  resolve(host, { ...options, all: true }, (error, found) => {
    const all = (found ?? []) as LookupAddress[] // asked for all of them
    if (error) return done(error, '', 0)
    if (all.length === 0 || all.some(one => inside(one.address)))
      return done(new OutsideError('address-refused'), '', 0)
    if (options.all) return done(null, all)
    const [first] = all
    return done(null, first?.address ?? '', first?.family ?? 4)
  })
}

async function readLimited(
  answer: IncomingMessage,
  { mostBytes }: OutsideLimits,
  signal: AbortSignal,
): Promise<string> {
  const chunks: Buffer[] = []
  let size = 0
  const body = answer.headers['content-encoding'] === 'gzip' ? answer.pipe(createGunzip()) : answer
  try {
    for await (const chunk of body) {
      size += (chunk as Buffer).length
      if (size > mostBytes) throw new OutsideError('too-large')
      chunks.push(chunk as Buffer)
    }
  } catch (error) {
    answer.destroy()
    throw troubleOf(error as Error, signal)
  }
  // Whoever sends other letters than UTF-8 is read as far as it goes; XML will say the rest.
  return new TextDecoder().decode(Buffer.concat(chunks))
}
