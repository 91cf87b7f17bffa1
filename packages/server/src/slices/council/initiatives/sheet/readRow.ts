/**
 * One row of a sheet as what it says of an initiative. Columns that the sheet does not have keep what was there; a text
 * that is the same keeps its state, and another one is a draft until somebody has checked it.
 */
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import {
  AddInitiative,
  contentFaults,
  type InitiativeContent,
} from '@kerege/contract/council/initiatives/schema'
import { faultsOf } from '@kerege/contract/errors'
import type { SheetNames } from './cells.ts'
import { codeFor, samePlain, type SheetColumn } from './columns.ts'
import { dayOf, type ReadTable, type SheetRow } from '../../../documents/index.ts'

export interface RowFault {
  field: SheetColumn
  code: string
}

interface Source {
  table: ReadTable<SheetColumn>
  names: SheetNames
  today: string
}

export function readRow(
  { table, names, today }: Source,
  row: SheetRow,
  id: string,
  before: InitiativeContent | undefined,
): { content?: InitiativeContent; faults: RowFault[] } {
  const faults: RowFault[] = []
  const has = (column: SheetColumn) => table.columns.has(column)
  const cell = (column: SheetColumn) => row.cells.get(table.columns.get(column) ?? -1) ?? { text: '' }
  const text = (column: SheetColumn) => cell(column).text.trim()
  const fault = (field: SheetColumn, code: string) => {
    faults.push({ field, code })
    return undefined
  }
  for (const column of table.columns.keys()) if (cell(column).computed) fault(column, 'sheet-computed')

  /** What the cell says; what was there where the sheet has no such column. */
  const or = <T>(column: SheetColumn, kept: T | undefined, read: () => T | undefined): T | undefined =>
    has(column) ? read() : kept
  const one = <T>(column: SheetColumn, find: (word: string) => T | undefined): T | undefined => {
    const word = text(column)
    return word === '' ? undefined : (find(word) ?? fault(column, 'sheet-unknown-word'))
  }
  const many = <T>(column: SheetColumn, find: (word: string) => T | undefined, by = /[;\n]/): T[] =>
    pieces(text(column), by)
      // A comma stands between words, and within some.
      .flatMap(word => (find(word) === undefined ? pieces(word, /,/) : [word]))
      .flatMap(word => find(word) ?? fault(column, 'sheet-unknown-word') ?? [])
  const day = (column: 'from' | 'to') =>
    text(column) === ''
      ? undefined
      : (dayOf(cell(column), table.from1904, column === 'to') ?? fault(column, 'sheet-day'))

  const finders = findersOf(names)
  const draft = {
    id,
    pillarId: or('pillar', before?.pillarId, () => one('pillar', finders.pillar)),
    title: textsOf('title', table, text, before?.title),
    description: textsOf('description', table, text, before?.description),
    leadId: or('lead', before?.leadId, () => one('lead', finders.party)),
    partnerIds: or('partners', before?.partnerIds, () => many('partners', finders.party)) ?? [],
    places: or('places', before?.places, () => many('places', finders.place)) ?? [],
    status: or('status', before?.status, () => one('status', word => codeFor('status', word))),
    kind: or('kind', before?.kind, () => one('kind', word => codeFor('kind', word))),
    groups:
      or<string[]>('groups', before?.groups, () => many('groups', word => codeFor('group', word))) ?? [],
    from: or('from', before?.from, () => day('from')),
    to: or('to', before?.to, () => day('to')),
    budget: or('budget', before?.budget, () => one('budget', word => codeFor('budget', word))),
    funding: or('funding', before?.funding, () => text('funding') || undefined),
    contact: or('contact', before?.contact, () => text('contact') || undefined),
    plans: or('plans', before?.plans, () => many('plans', word => word, /\n/)) ?? [],
    actionIds: or('actions', before?.actionIds, () => many('actions', finders.action)) ?? [],
    decisionIds: or('decisions', before?.decisionIds, () => many('decisions', finders.decision)) ?? [],
    public:
      or('public', before?.public, () =>
        one('public', word => ({ yes: true, no: false })[codeFor('public', word) ?? '']),
      ) ?? false,
  }
  // What could not be read is told once, not a second time as missing.
  const told = new Set(faults.map(each => each.field))
  const parsed = AddInitiative.safeParse(draft, { reportInput: true })
  if (!parsed.success) {
    for (const each of faultsOf(parsed.error)) {
      const field = columnAt(each.pointer)
      if (!told.has(field)) fault(field, each.code === 'too-small' ? 'required' : each.code)
      told.add(field)
    }
    return { faults }
  }
  const { id: _, ...content } = parsed.data
  for (const each of contentFaults(content, today)) fault(columnAt(each.pointer), each.code)
  if (content.partnerIds.includes(content.leadId)) fault('partners', 'twice')
  return faults.length > 0 ? { faults } : { content, faults }
}

const pieces = (text: string, by: RegExp) =>
  text
    .split(by)
    .map(word => word.trim())
    .filter(word => word !== '')

type Find = (word: string) => string | undefined

function findersOf(names: SheetNames): Record<'pillar' | 'party' | 'place' | 'action' | 'decision', Find> {
  const parties = [...names.parties.values()]
  const called = (map: MultiText, word: string) => Object.values(map).some(one => samePlain(one.text, word))
  return {
    pillar: word =>
      (
        names.pillars.find(one => samePlain(one.code, word)) ??
        names.pillars.find(one => called(one.name, word))
      )?.id,
    party: word =>
      (parties.find(one => samePlain(one.code, word)) ?? parties.find(one => called(one.name, word)))?.id,
    place: word =>
      /^[A-Za-z]{2}-/.test(word)
        ? word.slice(0, 2).toUpperCase() + upperRegion(word)
        : codeFor('state', word),
    action: word => (names.actions.has(word.toLowerCase()) ? word.toLowerCase() : undefined),
    decision: word =>
      [...names.decisions].find(([id, symbol]) => id === word.toLowerCase() || symbol === word)?.[0],
  }
}

/** `kz-71.arys` as `-71.arys`: a region is in capitals, a district below it is not. */
function upperRegion(word: string): string {
  const [region = '', ...district] = word.slice(2).split('.')
  return [region.toUpperCase(), ...district].join('.')
}

function textsOf(
  of: 'title' | 'description',
  table: ReadTable<SheetColumn>,
  text: (column: SheetColumn) => string,
  before: MultiText | undefined,
): MultiText | undefined {
  const entries = languages.flatMap((language): [Language, NonNullable<MultiText[Language]>][] => {
    const column: SheetColumn = `${of}_${language}`
    const kept = before?.[language]
    if (!table.columns.has(column)) return kept ? [[language, kept]] : []
    const said = text(column)
    if (said === '') return []
    return [[language, kept && carried(kept.text) === carried(said) ? kept : { text: said, state: 'draft' }]]
  })
  return entries.length > 0 ? Object.fromEntries(entries) : undefined
}

/** As a sheet can carry it: one kind of line end, and no mark that XML does not know. */
const carried = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replace(/\r\n?/g, '\n')
    .trim()

const columnNames: Partial<Record<string, SheetColumn>> = {
  pillarId: 'pillar',
  title: 'title_en',
  description: 'description_en',
  leadId: 'lead',
  partnerIds: 'partners',
  places: 'places',
  status: 'status',
  kind: 'kind',
  groups: 'groups',
  from: 'from',
  to: 'to',
  budget: 'budget',
  funding: 'funding',
  contact: 'contact',
  plans: 'plans',
  actionIds: 'actions',
  decisionIds: 'decisions',
  public: 'public',
}

function columnAt(pointer: string): SheetColumn {
  const [, field = '', language = ''] = pointer.split('/')
  if ((field === 'title' || field === 'description') && languages.some(one => one === language)) {
    return `${field}_${language as Language}` // one of the seven, as just seen
  }
  return columnNames[field] ?? 'id'
}
