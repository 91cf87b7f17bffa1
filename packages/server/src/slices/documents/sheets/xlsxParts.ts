/** Parts of an XLSX file (ECMA-376, part 1), unpacked once and never beyond what such a sheet can hold. No link is followed. */
import { inflateRawSync } from 'node:zlib'
import { DomainError } from '@kerege/contract/errors'
import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from 'saxes'
import { zipEntries } from '../zip.ts'

const most = { part: 40_000_000, all: 80_000_000 }
export const broken = () => new DomainError('invalid', 'file-broken')
export const swollen = () => new DomainError('invalid', 'file-too-swollen')

/** A part by its name as text, unpacked once and never beyond what is allowed. */
export function unpacker(bytes: Buffer) {
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
export function walk(xml: string, reader: Reader) {
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

export const local = (name: string) => name.slice(name.indexOf(':') + 1)
const plainAttributes = (tag: SaxesTagPlain) =>
  tag.attributes as Record<SaxesAttributePlain['name'], SaxesAttributePlain['value']>

export function relationsOf(xml: string): ReadonlyMap<string, string> {
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
export function stringsOf(xml: string): readonly string[] {
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

/** `_x0041_` is how the format writes a mark that XML cannot hold. */
export const unmarked = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

export const numberOf = (text: string | undefined) =>
  text !== undefined && /^[1-9]\d{0,6}$/.test(text) ? Number(text) : undefined

/** `C` of `C7` as 2. */
export function columnOf(reference: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d{1,7}$/.exec(reference)?.[1]
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
