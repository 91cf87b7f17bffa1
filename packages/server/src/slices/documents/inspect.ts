/**
 * Is a file what it says it is, and nothing else besides? Its first bytes decide its type (`file-type`), its
 * structure decides whether a second file hides in it, and what could run is refused. Nothing is unpacked.
 */
import { DomainError } from '@kerege/contract/errors'
import type { MediaTypeName } from '@kerege/contract/documents/rules'
import { zipEntries } from './zip.ts'

type Fault =
  | 'file-type-differs'
  | 'file-mixed'
  | 'file-broken'
  | 'file-active'
  | 'file-too-swollen'
  | 'file-not-text'

/** @throws DomainError with a code that says what is wrong; never with anything of the content */
export async function inspect(bytes: Buffer, mediaType: MediaTypeName): Promise<void> {
  const fault = await faultOf(bytes, mediaType)
  if (fault) throw new DomainError('invalid', fault)
}

async function faultOf(bytes: Buffer, mediaType: MediaTypeName): Promise<Fault | undefined> {
  if (mediaType === 'text/plain' || mediaType === 'text/csv') return textFault(bytes)
  const isOffice = mediaType.startsWith('application/vnd.')
  // The table of contents first: what reads the type may look into entries, and must not meet a bomb there.
  const office =
    isOffice && bytes.subarray(0, 2).toString('latin1') === 'PK' ? officeFault(bytes, mediaType) : undefined
  if (office) return office
  // Loaded with the first file: a node at rest is lighter without it.
  const { fileTypeFromBuffer } = await import('file-type')
  const sniffed = await fileTypeFromBuffer(bytes)
  const same = sniffed?.mime === mediaType || (mediaType === 'image/heic' && sniffed?.mime === 'image/heif')
  if (!same) return 'file-type-differs'
  if (isOffice) return undefined
  if (hasZipEnd(bytes) || hasMarkup(bytes)) return 'file-mixed'
  return structureFault(bytes, mediaType)
}

// ---------------------------------------------------------------- office
const required: Partial<Record<MediaTypeName, readonly string[]>> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': [
    '[Content_Types].xml',
    'word/document.xml',
  ],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': [
    '[Content_Types].xml',
    'xl/workbook.xml',
  ],
  'application/vnd.oasis.opendocument.text': ['mimetype', 'content.xml'],
}

/** Macros of either family, controls, and embedded objects that are anything but a sheet or a text. */
const active = [
  /(^|\/)(vbaproject|vbadata)[^/]*$/i,
  /(^|\/)(activex|macrosheets|dialogsheets)\//i,
  /^(basic|scripts)\//i,
  /(^|\/)(embeddings|objects)\/.*\.(?!docx$|xlsx$)[^./]*$/i,
  /\.(exe|dll|js|vbs|jar|lnk|hta|scr|bat|cmd|ps1|sh)$/i,
]

function officeFault(bytes: Buffer, mediaType: MediaTypeName): Fault | undefined {
  const entries = zipEntries(bytes)
  if (typeof entries === 'string') return entries
  const names = new Set(entries.map(entry => entry.name))
  if (!required[mediaType]?.every(name => names.has(name))) return 'file-type-differs'
  return entries.some(entry => active.some(pattern => pattern.test(entry.name))) ? 'file-active' : undefined
}

// ---------------------------------------------------------------- one file, not two
/** Ends as a ZIP ends: an archive (and so a Java program) hangs behind the picture. */
function hasZipEnd(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - 65_557)
  const mark = Buffer.from('PK\x05\x06', 'latin1')
  for (let at = bytes.indexOf(mark, from); at >= 0; at = bytes.indexOf(mark, at + 1)) {
    if (at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return true
  }
  return false
}

/** Where a careless reader looks for a page. */
const hasMarkup = (bytes: Buffer) =>
  /<(!doctype|html|head|body|script|svg|iframe|\?php)/i.test(bytes.toString('latin1', 0, 1024))

function structureFault(bytes: Buffer, mediaType: MediaTypeName): Fault | undefined {
  switch (mediaType) {
    case 'application/pdf':
      return pdfFault(bytes)
    case 'image/png':
      return pngFault(bytes)
    case 'image/webp':
      // RIFF says how long it is; an odd length is padded by one byte.
      return [0, 1].includes(bytes.length - 8 - bytes.readUInt32LE(4)) ? undefined : 'file-mixed'
    default:
      // Phones write previews and short films behind a JPEG; of these only an archive is refused, above.
      return undefined
  }
}

function pdfFault(bytes: Buffer): Fault | undefined {
  if (!/^%PDF-[12]\.\d/.test(bytes.toString('latin1', 0, 16))) return 'file-mixed'
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024))
  const end = tail.lastIndexOf('%%EOF')
  if (end < 0) return 'file-broken'
  return /^[\s\0]*$/.test(tail.slice(end + 5)) ? undefined : 'file-mixed'
}

/** Walks the chunks: the last is IEND, and nothing lies behind it. */
function pngFault(bytes: Buffer): Fault | undefined {
  let at = 8
  while (at + 12 <= bytes.length) {
    const next = at + 12 + bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IEND')
      return next === bytes.length ? undefined : 'file-mixed'
    at = next
  }
  return 'file-broken'
}

// ---------------------------------------------------------------- text
// Line ends and tabs; every other control mark belongs to a program, not to a text.
const control = /(?![\n\r\t])\p{Cc}/u

function textFault(bytes: Buffer): Fault | undefined {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return 'file-not-text'
  }
  if (control.test(text)) return 'file-not-text'
  // A text that another program would run or draw is not declared as what it is.
  const start = text.slice(0, 1024).trimStart()
  return /^(%PDF-|%!PS|\{\\rtf|#!|<\?|<[a-z!])/i.test(start) || hasMarkup(bytes)
    ? 'file-type-differs'
    : undefined
}
