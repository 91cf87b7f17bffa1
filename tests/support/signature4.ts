/**
 * Whether a request is signed as Signature Version 4 asks: written from the published rules and checked against the published examples
 * (objectStore.test.ts), without the library that signs.
 */
import { createHash, createHmac } from 'node:crypto'

export interface Signed {
  method: string
  /** As it came over the line. */
  target: string
  headers: Readonly<Record<string, string | undefined>>
}

export interface Signer {
  accessKeyId: string
  secretAccessKey: string
  region: string
}

const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string) => createHmac('sha256', key).update(data).digest()

/** Everything but A-Z a-z 0-9 - . _ ~ as %XY; in a path the slash stays. */
function encoded(text: string, keepSlash = false): string {
  return [...Buffer.from(text)]
    .map(byte => {
      const sign = String.fromCharCode(byte)
      if (/[A-Za-z0-9\-._~]/.test(sign) || (keepSlash && sign === '/')) return sign
      return `%${byte.toString(16).toUpperCase().padStart(2, '0')}`
    })
    .join('')
}

/** @returns the signature that belongs to the request, and what of it was said in its header */
export function signatureOf({ method, target, headers }: Signed, signer: Signer) {
  const [path = '/', search = ''] = target.split('?')
  const said =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([a-z0-9;-]+), ?Signature=([0-9a-f]{64})$/.exec(
      headers['authorization'] ?? '',
    )
  if (!said) return null
  const [, accessKeyId = '', day = '', region = '', names = '', signature = ''] = said
  const query = search
    .split('&')
    .filter(Boolean)
    .map(pair => {
      const [name = '', value = ''] = pair.split('=')
      return `${encoded(decodeURIComponent(name))}=${encoded(decodeURIComponent(value))}`
    })
    .sort()
    .join('&')
  const signed = names.split(';')
  const canonical = [
    method,
    encoded(decodeURIComponent(path), true),
    query,
    ...signed.map(name => `${name}:${(headers[name] ?? '').trim().replace(/ +/g, ' ')}`),
    '',
    names,
    headers['x-amz-content-sha256'] ?? '',
  ].join('\n')
  const at = headers['x-amz-date'] ?? ''
  const scope = `${day}/${region}/s3/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', at, scope, sha256(canonical)].join('\n')
  const key = [day, region, 's3', 'aws4_request'].reduce<Buffer | string>(
    (before, part) => hmac(before, part),
    `AWS4${signer.secretAccessKey}`,
  )
  return {
    accessKeyId,
    day,
    region,
    signed,
    at,
    signature,
    expected: hmac(key as Buffer, toSign).toString('hex'),
  }
}

/** Why a store refuses the request; null where it is right. */
export function faultOf(request: Signed, body: Uint8Array, signer: Signer, now = new Date()): string | null {
  const said = signatureOf(request, signer)
  if (!said) return 'AccessDenied'
  if (said.accessKeyId !== signer.accessKeyId) return 'InvalidAccessKeyId'
  const must = ['host', ...Object.keys(request.headers).filter(name => name.startsWith('x-amz-'))]
  const time = said.at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')
  if (must.some(name => !said.signed.includes(name))) return 'AccessDenied'
  if (!said.at.startsWith(said.day) || !(Math.abs(now.getTime() - Date.parse(time)) < 900_000))
    return 'RequestTimeTooSkewed'
  if (said.region !== signer.region) return 'AuthorizationHeaderMalformed'
  if (said.signature !== said.expected) return 'SignatureDoesNotMatch'
  // What is not signed could be changed on the way.
  return request.headers['x-amz-content-sha256'] === sha256(body) ? null : 'XAmzContentSHA256Mismatch'
}
