/** The agenda of a session: provisional, annotated, adopted; each as it was given out. */
import { z } from 'zod'
import { Id, Instant, MultiText } from '../common.ts'
import { documentStates } from './documents/states.ts'
import { floorKinds } from './floor.ts'
import { PartyName } from './schema.ts'
import { parseSymbol } from './symbols.ts'

export const agendaStates = ['draft', 'provisional', 'annotated', 'adopted'] as const
export type AgendaState = (typeof agendaStates)[number]

const next: Readonly<Record<AgendaState, readonly AgendaState[]>> = {
  draft: ['provisional'],
  // Given out again after a change, in the same state.
  provisional: ['provisional', 'annotated', 'adopted'],
  annotated: ['annotated', 'adopted'],
  adopted: [],
}
export const agendaMayBecome = (from: AgendaState, to: AgendaState): boolean => next[from].includes(to)
export const nextAgendaStates = (from: AgendaState): readonly AgendaState[] => next[from]

const PaperSymbol = z
  .string()
  .max(60)
  .refine(text => parseSymbol(text) !== undefined, 'symbol-unreadable')

const content = {
  title: MultiText,
  note: MultiText.optional(),
  minutes: z.number().int().min(1).max(1440).optional(),
  papers: z.array(PaperSymbol).max(30).default([]),
  decisions: z.array(Id).max(30).default([]),
  /** The earlier session whose summary record is approved under this item. */
  approves: Id.optional(),
}
export const AgendaItem = z.strictObject({
  id: Id,
  version: z.number().int(),
  ordinal: z.number().int(),
  ...content,
  /** Documents that belong to it, and those among its papers, as far as the reader may see them. */
  documents: z.array(
    z.strictObject({
      id: Id,
      symbol: z.string().optional(),
      title: MultiText,
      state: z.enum(documentStates),
    }),
  ),
  /** Who spoke to it and who does now, by the list of speakers: each party once for its speech and once for a reply. */
  speakers: z.array(z.strictObject({ party: PartyName, kind: z.enum(floorKinds), speaking: z.boolean() })),
})
export type AgendaItem = z.infer<typeof AgendaItem>
export const Agenda = z.strictObject({
  state: z.enum(agendaStates),
  revision: z.number().int(),
  items: z.array(AgendaItem),
  revisions: z.array(
    z.strictObject({
      revision: z.number().int(),
      state: z.enum(agendaStates),
      at: Instant,
      by: z.string(),
      titles: z.array(MultiText),
    }),
  ),
})
export type Agenda = z.infer<typeof Agenda>
export const AddItem = z.strictObject({ id: Id, ...content })
export const ChangeItem = z.strictObject(content)
export const MoveItem = z.strictObject({ by: z.union([z.literal(-1), z.literal(1)]) })
export const GiveOut = z.strictObject({
  state: z.enum(['provisional', 'annotated', 'adopted']),
  basedOn: z.number().int(),
})
