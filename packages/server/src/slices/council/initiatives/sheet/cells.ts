/** A row of the matrix as cells: the same for a file, for a comparison and for what was said before. */
import { type Language, languages, type MultiText } from '@kerege/contract/common'
import type { InitiativeContent, Pillar } from '@kerege/contract/council/initiatives/schema'
import type { PartyName } from '@kerege/contract/council/schema'
import type { Tx } from '../../../../platform/database.ts'
import { partyNames } from '../../parties.ts'
import { pillars } from '../pillars.ts'
import { type SheetColumn, sheetColumns, wordFor } from './columns.ts'

export type Cells = Partial<Record<SheetColumn, string>>

/** What rows point to, by id: its code or symbol stands in the cell. */
export interface SheetNames {
  pillars: readonly Pillar[]
  parties: ReadonlyMap<string, PartyName>
  actions: ReadonlySet<string>
  /** Symbol, or null before adoption. */
  decisions: ReadonlyMap<string, string | null>
}

export async function sheetNames(tx: Tx): Promise<SheetNames> {
  const actions = await tx.selectFrom('council.actions').select('id').execute()
  const decisions = await tx.selectFrom('council.decisions').select(['id', 'symbol']).execute()
  return {
    pillars: await pillars(tx),
    parties: await partyNames(tx),
    actions: new Set(actions.map(one => one.id)),
    decisions: new Map(decisions.map(one => [one.id, one.symbol])),
  }
}

/** @param language of the words for codes; the codes themselves where none is given */
export function writeCells(
  id: string,
  content: InitiativeContent,
  names: SheetNames,
  language?: Language,
): Record<SheetColumn, string> {
  const party = (of: string) => names.parties.get(of)?.code ?? of
  return {
    id,
    pillar: names.pillars.find(one => one.id === content.pillarId)?.code ?? content.pillarId,
    ...textCells('title', content.title),
    lead: party(content.leadId),
    partners: content.partnerIds.map(party).join('; '),
    places: content.places.join('; '),
    status: wordFor('status', content.status, language),
    kind: wordFor('kind', content.kind, language),
    groups: content.groups.map(group => wordFor('group', group, language)).join('; '),
    from: content.from,
    to: content.to ?? '',
    budget: content.budget ? wordFor('budget', content.budget, language) : '',
    funding: content.funding ?? '',
    contact: content.contact ?? '',
    ...textCells('description', content.description),
    plans: content.plans.join('\n'),
    actions: content.actionIds.join('; '),
    decisions: content.decisionIds.map(of => names.decisions.get(of) ?? of).join('; '),
    public: wordFor('public', content.public ? 'yes' : 'no', language),
  }
}

type TextCells<Of extends 'title' | 'description'> = Record<`${Of}_${Language}`, string>

const textCells = <Of extends 'title' | 'description'>(of: Of, map: MultiText | undefined): TextCells<Of> =>
  Object.fromEntries(
    languages.map(language => [`${of}_${language}`, map?.[language]?.text ?? '']),
  ) as TextCells<Of> // one for each language

export const inOrder = (cells: Cells): string[] => sheetColumns.map(column => cells[column] ?? '')

export const changedColumns = (before: Cells, after: Cells): SheetColumn[] =>
  sheetColumns.filter(column => (before[column] ?? '') !== (after[column] ?? ''))
