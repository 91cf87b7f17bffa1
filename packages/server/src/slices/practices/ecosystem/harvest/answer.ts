/**
 * Reads an answer of a library that speaks OAI-PMH 2.0, as it is found and not as it should be: a record that makes no sense is
 * left out and counted, letters that XML forbids are taken out, names are read without their prefix.
 */
import { DomainError } from '@kerege/contract/errors'
import { elementsOf, findElement, readXml, wordsOf, type XmlElement } from '../../../../platform/xmlTree.ts'

export interface ExternalRecord {
  readonly identifier: string
  readonly datestamp: string
  readonly deleted: boolean
  readonly title: string
  /** Where a reader goes: the first address of the web that it names. */
  readonly url: string | null
  readonly creators: readonly string[]
  readonly summary: string | null
  readonly dated: string | null
  readonly language: string | null
  readonly subjects: readonly string[]
}
export interface ListAnswer {
  readonly records: readonly ExternalRecord[]
  /** Records that could not be used. */
  readonly leftOut: number
  readonly token: string | null
  readonly responseDate: string | null
}
export type HarvestFault = 'not-oai' | 'bad-token' | 'refused'

export class HarvestError extends Error {
  readonly fault: HarvestFault
  readonly code: string
  constructor(fault: HarvestFault, code = '') {
    super(fault)
    this.name = 'HarvestError'
    this.fault = fault
    this.code = code
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
const unreadable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** @throws HarvestError `not-oai`, `bad-token`, `refused` with the code of the protocol */
export function readList(text: string): ListAnswer {
  const root = rootOf(text)
  const fault = elementsOf(root).find(one => one.name === 'error')
  const responseDate = plain(findElement(root, 'responseDate'), 30)
  if (fault) {
    const code = fault.attributes['code'] ?? ''
    if (code === 'noRecordsMatch') return { records: [], leftOut: 0, token: null, responseDate }
    throw new HarvestError(code === 'badResumptionToken' ? 'bad-token' : 'refused', code.slice(0, 40))
  }
  const list = elementsOf(root).find(one => one.name === 'ListRecords')
  if (!list) throw new HarvestError('not-oai')
  const found = elementsOf(list).filter(one => one.name === 'record')
  const records = found.flatMap(one => recordOf(one) ?? [])
  const token = elementsOf(list).find(one => one.name === 'resumptionToken')
  const goesOn = token ? wordsOf(token).trim() : ''
  return {
    records,
    leftOut: found.length - records.length,
    token: goesOn === '' || goesOn.length > 4000 ? null : goesOn,
    responseDate,
  }
}

function rootOf(text: string): XmlElement {
  try {
    const root = readXml(
      text
        .replace(/^\ufeff/, '')
        .trimStart()
        .replace(unreadable, ''),
    )
    if (root.name !== 'OAI-PMH') throw new HarvestError('not-oai')
    return root
  } catch (error) {
    if (error instanceof DomainError) throw new HarvestError('not-oai')
    throw error
  }
}

function recordOf(record: XmlElement): ExternalRecord | undefined {
  const header = elementsOf(record).find(one => one.name === 'header')
  const identifier = plain(header && findElement(header, 'identifier'), 500)
  const datestamp = plain(header && findElement(header, 'datestamp'), 30) ?? ''
  if (!header || identifier === null) return undefined
  const empty = {
    title: '',
    url: null,
    creators: [],
    summary: null,
    dated: null,
    language: null,
    subjects: [],
  }
  if (header.attributes['status'] === 'deleted') return { identifier, datestamp, deleted: true, ...empty }
  const metadata = elementsOf(record).find(one => one.name === 'metadata')
  const dc = metadata && elementsOf(metadata).find(one => one.name === 'dc')
  if (!dc) return undefined
  const all = (name: string, most: number) =>
    elementsOf(dc)
      .filter(one => one.name === name)
      .flatMap(one => plain(one, most) ?? [])
  const title = all('title', 500)[0]
  if (title === undefined) return undefined
  return {
    identifier,
    datestamp,
    deleted: false,
    title,
    url: [...all('identifier', 2000), ...all('relation', 2000), ...all('source', 2000)].find(isWeb) ?? null,
    creators: all('creator', 200).slice(0, 10),
    summary: all('description', 2000)[0] ?? null,
    dated: all('date', 40)[0] ?? null,
    language: all('language', 20)[0] ?? null,
    subjects: all('subject', 200).slice(0, 30),
  }
}

/** A reader follows nothing but the web. */
const isWeb = (text: string): boolean => /^https?:\/\/[^\s"<>\\]+$/i.test(text) && URL.canParse(text)

/** One line, composed, without marks that make a text lie about itself. */
function plain(element: XmlElement | undefined, most: number): string | null {
  if (!element) return null
  const text = wordsOf(element)
    .normalize('NFC')
    .replace(/[\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return text === '' ? null : [...text].slice(0, most).join('')
}
