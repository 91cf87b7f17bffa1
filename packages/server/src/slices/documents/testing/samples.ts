/** Small valid files of each type, made here byte by byte, and a ZIP writer that can also be told to lie. */
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

export const pdf = (text = 'Certificate') =>
  Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n% ${text}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
  )

export function png() {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    return Buffer.concat([uint32(data.length, 'BE'), body, uint32(crc32(body), 'BE')])
  }
  const header = Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])
  return Buffer.concat([
    Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from([0, 255]))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** Head and end of a JPEG; what stands between is nobody's business here. */
export const jpeg = () =>
  Buffer.concat([
    Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
    Buffer.alloc(200, 7),
    Buffer.from('ffd9', 'hex'),
  ])

export function webp() {
  const body = Buffer.concat([Buffer.from('WEBPVP8 ', 'latin1'), uint32(10, 'LE'), Buffer.alloc(10, 1)])
  return Buffer.concat([Buffer.from('RIFF', 'latin1'), uint32(body.length, 'LE'), body])
}

const uint32 = (value: number, order: 'LE' | 'BE') => {
  const bytes = Buffer.alloc(4)
  if (order === 'LE') bytes.writeUInt32LE(value)
  else bytes.writeUInt32BE(value)
  return bytes
}

export interface Part {
  name: string
  data: string | Buffer
  stored?: boolean
  /** A size that the table of contents declares instead of the true one. */
  declares?: number
  /** A name that stands before the data instead of the one in the table. */
  calls?: string
  /** Bytes behind the data that belong to no entry. */
  hides?: string
}

export function zip(parts: readonly Part[]) {
  const bodies: Buffer[] = []
  const table: Buffer[] = []
  let offset = 0
  for (const part of parts) {
    const data = Buffer.from(part.data as string)
    const packed = part.stored ? data : deflateRawSync(data)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(part.stored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(data), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(part.declares ?? data.length, 18)
    const name = Buffer.from(part.name)
    const called = Buffer.from(part.calls ?? part.name)
    const local = Buffer.from(common)
    local.writeUInt16LE(called.length, 22)
    common.writeUInt16LE(name.length, 22)
    const body = Buffer.concat([
      Buffer.from('PK\x03\x04', 'latin1'),
      local,
      called,
      packed,
      Buffer.from(part.hides ?? ''),
    ])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    table.push(Buffer.concat([Buffer.from('PK\x01\x02', 'latin1'), Buffer.from([20, 0]), common, tail, name]))
    bodies.push(body)
    offset += body.length
  }
  const directory = Buffer.concat(table)
  const end = Buffer.alloc(18)
  end.writeUInt16LE(parts.length, 4)
  end.writeUInt16LE(parts.length, 6)
  end.writeUInt32LE(directory.length, 8)
  end.writeUInt32LE(offset, 12)
  return Buffer.concat([...bodies, directory, Buffer.from('PK\x05\x06', 'latin1'), end])
}

const wordMain = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
const sheetMain = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
const contentTypes = (type: string) =>
  `<?xml version="1.0"?><Types><Override PartName="/main.xml" ContentType="${type}"/></Types>`

export const docx = (more: readonly Part[] = []) =>
  zip([
    { name: '[Content_Types].xml', data: contentTypes(wordMain) },
    { name: 'word/document.xml', data: '<w:document/>' },
    ...more,
  ])
export const xlsx = (more: readonly Part[] = []) =>
  zip([
    { name: '[Content_Types].xml', data: contentTypes(sheetMain) },
    { name: 'xl/workbook.xml', data: '<workbook/>' },
    ...more,
  ])
export const odt = (more: readonly Part[] = []) =>
  zip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true },
    { name: 'content.xml', data: '<office:document-content/>' },
    ...more,
  ])
