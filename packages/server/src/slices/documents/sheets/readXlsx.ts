/**
 * Reads the cells of an XLSX file (ECMA-376, part 1) that somebody sent: texts and numbers as they stand, nothing else.
 * Never computes, never follows a link, never unpacks more than such a sheet can hold. A formula is named as one.
 */
import { inflateRawSync } from 'node:zlib'
import { DomainError } from '@kerege/contract/errors'
import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes'
import { inspect as inspectFile } from '../inspect.ts'
import { zipEntries } from '../zip.ts'

export interface SheetCell {
  text: string
  /** As the sheet stores it; a day is such a number. */
  number?: number
  /** Would be computed, or is an error of that. */
  computed?: boolean
}
export interface SheetRow {
  /** From 1, as the sheet counts. */
  row: number
  /** By place of the column, from 0. */
  cells: ReadonlyMap<number, SheetCell>
}
export interface ReadSheet {
  rows: SheetRow[]
  /** Days count from 1904 instead of 1900. */
  from1904: boolean
}

const most = {
  file: 8_000_000,
  part: 40_000_000,
  all: 80_000_000,
  rows: 10_000,
  columns: 200,
  cells: 400_000,
  sheets: 20,
}
const mediaType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const broken = () => new DomainError('invalid', 'file-broken')
const swollen = () => new DomainError('invalid', 'file-too-swollen')

/** @throws DomainError `file-broken`, `file-too-swollen`, `too-large`, or what the inspection of attachments says */
export async function readXlsx(bytes: Buffer): Promise<ReadSheet[]> {
  if (bytes.length > most.file) throw new DomainError('too-large', 'too-large', { limit: most.file })
  await inspectFile(bytes, mediaType)
  const part = unpacker(bytes)
  const book = bookOf(part('xl/workbook.xml') ?? '')
  const targets = relationsOf(part('xl/_rels/workbook.xml.rels') ?? '')
  const strings = stringsOf(part('xl/sharedStrings.xml') ?? '')
  const left = { cells: most.cells }
  return book.sheets.slice(0, most.sheets).flatMap(id => {
    const target = targets.get(id)
    const xml = target === undefined ? undefined : part(target)
    return xml === undefined ? [] : [{ rows: rowsOf(xml, strings, left), from1904: book.from1904 }]
  })
}

/** A part by its name as text, unpacked once and never beyond what is allowed. */
function unpacker(bytes: Buffer) {
  const entries = zipEntries(bytes)
  if (typeof entries === 'string') throw new DomainError('invalid', entries)
  let left = most.all
  return (name: string): string | undefined => {
    const entry = entries.find(one => one.name === name)
    if (!entry) return undefined
    if (entry.size > most.part || entry.size > left) throw swollen()
    left -= entry.size
    const packed = bytes.subarray(entry.at, entry.at + entry.packed)
    const content = entry.stored ? packed : inflated(packed, entry.size)
    if (content.length !== entry.size) throw broken()
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(content)
    } catch {
      throw broken()
    }
  }
}

function inflated(packed: Buffer, size: number): Buffer {
  try {
    // The table may lie about the size: what comes out is bounded, whatever it says.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
  } catch (error) {
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? swollen() : broken()
  }
}

interface Reader {
  open?: (tag: string, attributes: Record<string, string>) => void
  text?: (text: string) => void
  close?: (tag: string) => void
}

/** Names without their prefix: office programs choose different ones. No document type, so nothing expands. */
function walk(xml: string, reader: Reader) {
  if (xml === '') return
  const parser = new SaxesParser<{ xmlns: false }>({ xmlns: false })
  const fail = () => {
    throw broken()
  }
  parser.on('error', fail)
  parser.on('doctype', fail)
  parser.on('opentag', (tag: SaxesTagPlain) => reader.open?.(local(tag.name), plainAttributes(tag)))
  parser.on('closetag', (tag: SaxesTagPlain) => reader.close?.(local(tag.name)))
  parser.on('text', text => reader.text?.(text))
  parser.on('cdata', text => reader.text?.(text))
  parser.write(xml).close()
}

const local = (name: string) => name.slice(name.indexOf(':') + 1)
const plainAttributes = (tag: SaxesTagPlain) =>
  tag.attributes as Record<SaxesAttributePlain['name'], SaxesAttributePlain['value']>

function bookOf(xml: string) {
  const sheets: string[] = []
  let from1904 = false
  walk(xml, {
    open(tag, attributes) {
      if (tag === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      // What is hidden was not meant to be read.
      if (tag === 'sheet' && (attributes.state ?? 'visible') === 'visible') {
        const id = Object.entries(attributes).find(([name]) => name.includes(':') && local(name) === 'id')
        if (id) sheets.push(id[1])
      }
    },
  })
  return { sheets, from1904 }
}

function relationsOf(xml: string): ReadonlyMap<string, string> {
  const targets = new Map<string, string>()
  walk(xml, {
    open(tag, { Id, Target, TargetMode }) {
      if (tag !== 'Relationship' || !Id || !Target || TargetMode === 'External') return
      targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  return targets
}

/** Texts that cells share. How they sound (`rPh`) is no part of them. */
function stringsOf(xml: string): readonly string[] {
  const strings: string[] = []
  let text = ''
  let inText = false
  let sound = 0
  walk(xml, {
    open(tag) {
      if (tag === 'si') text = ''
      if (tag === 'rPh') sound += 1
      if (tag === 't') inText = sound === 0
    },
    text(more) {
      if (inText) text += more
    },
    close(tag) {
      if (tag === 't') inText = false
      if (tag === 'rPh') sound -= 1
      if (tag === 'si') strings.push(unmarked(text))
    },
  })
  return strings
}

function rowsOf(xml: string, strings: readonly string[], left: { cells: number }): SheetRow[] {
  const rows: SheetRow[] = []
  let row = 0
  let column = -1
  let cells = new Map<number, SheetCell>()
  let type = ''
  let text = ''
  let computed = false
  let reading = false
  walk(xml, {
    open(tag, attributes) {
      if (tag === 'row') {
        row = numberOf(attributes.r) ?? row + 1
        column = -1
        cells = new Map()
      } else if (tag === 'c') {
        column = columnOf(attributes.r ?? '') ?? column + 1
        type = attributes.t ?? 'n'
        text = ''
        computed = false
      } else if (tag === 'f') computed = true
      else if (tag === 'v' || tag === 't') reading = true
    },
    text(more) {
      if (reading) text += more
    },
    close(tag) {
      if (tag === 'v' || tag === 't') reading = false
      else if (tag === 'c' && column < most.columns && (text !== '' || computed)) {
        left.cells -= 1
        if (left.cells < 0) throw swollen()
        cells.set(column, cellOf(type, text, computed, strings))
      } else if (tag === 'row' && cells.size > 0) {
        if (rows.length >= most.rows) throw swollen()
        rows.push({ row, cells })
      }
    },
  })
  return rows
}

function cellOf(type: string, text: string, computed: boolean, strings: readonly string[]): SheetCell {
  if (computed || type === 'e') return { text: '', computed: true }
  switch (type) {
    case 's':
      return { text: strings[Number(text)] ?? '' }
    case 'b':
      return { text: text === '1' ? 'yes' : 'no' }
    case 'n': {
      const number = Number(text)
      return Number.isFinite(number) ? { text, number } : { text }
    }
    default:
      return { text: unmarked(text) }
  }
}

/** `_x0041_` is how the format writes a mark that XML cannot hold. */
const unmarked = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

const numberOf = (text: string | undefined) =>
  text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined

/** `C` of `C7` as 2. */
function columnOf(reference: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference)?.[1]
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
