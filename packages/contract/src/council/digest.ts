/**
 * What those who come to a session should know before it, put together by the system from what stands in the register:
 * nothing is judged, nobody is ranked, and each line leads to its source.
 */
import { z } from 'zod'
import { Id, Instant, Language, MultiText, type PlainDate } from '../common.ts'
import { type ActionRow, ActionRow as Action } from './actions.ts'
import { DocumentRow } from './documents/schema.ts'
import { PartyName } from './schema.ts'

const Named = z.strictObject({ id: Id, title: MultiText, symbol: z.string().optional() })

export const DigestActions = z.strictObject({
  /** A party, or a body of the Council. */
  owner: z.strictObject({ party: PartyName.optional(), body: Action.shape.body }),
  late: z.array(Action),
  /** Not done yet, with its day until the session ends. */
  due: z.array(Action),
  /** Reported as done since the session before. */
  done: z.array(Action),
})
export type DigestActions = z.infer<typeof DigestActions>

export const credentialGaps = ['nobody', 'awaited', 'received', 'over'] as const

export const Digest = z.strictObject({
  session: Named.extend({ startsAt: Instant.optional(), from: z.string().optional() }),
  body: z.strictObject({ id: Id, code: z.string(), name: MultiText }),
  madeAt: Instant,
  /** When everybody was told of it. */
  toldAt: Instant.optional(),
  previous: Named.optional(),
  decided: z.array(Named.extend({ closedAt: Instant.optional() })),
  silences: z.array(Named.extend({ expiresAt: Instant })),
  actions: z.array(DigestActions),
  documents: z.array(
    z.strictObject({ document: DocumentRow, missing: z.array(Language), stale: z.array(Language) }),
  ),
  /** Of those who are asked to come: who cannot speak yet, and why. */
  credentials: z.array(z.strictObject({ party: PartyName, gap: z.enum(credentialGaps) })),
})
export type Digest = z.infer<typeof Digest>

interface Owned {
  row: ActionRow
  /** The day on which it was reported as done, as far as it is. */
  doneOn: PlainDate | undefined
}

/** By owner, in the order of their codes; owners of whom there is nothing to say are left out. */
export function byOwner(
  all: readonly Owned[],
  { from, until }: { from: PlainDate | undefined; until: PlainDate },
): DigestActions[] {
  const groups = Map.groupBy(all, ({ row }) => row.party?.id ?? row.body?.id ?? '')
  const rows = (own: readonly Owned[], fits: (one: Owned) => boolean) => own.filter(fits).map(one => one.row)
  return [...groups.values()]
    .map(own => ({
      owner: { party: own[0]?.row.party, body: own[0]?.row.body },
      late: rows(own, ({ row }) => row.late),
      due: rows(own, ({ row }) => !row.late && isOpen(row) && row.due <= until),
      done: rows(
        own,
        ({ row, doneOn }) =>
          row.state === 'done' && doneOn !== undefined && (from === undefined || doneOn >= from),
      ),
    }))
    .filter(one => one.late.length + one.due.length + one.done.length > 0)
    .sort((one, other) => (codeOf(one) < codeOf(other) ? -1 : 1))
}

const isOpen = (row: ActionRow) => row.state === 'open' || row.state === 'under-way'
const codeOf = ({ owner }: DigestActions) => owner.party?.code ?? owner.body?.code ?? ''

/** Why nobody of a party can speak on that day; `undefined` where somebody can. */
export function credentialGap(
  delegates: readonly { credentials: string; from: PlainDate; to: PlainDate | undefined }[],
  day: PlainDate,
): (typeof credentialGaps)[number] | undefined {
  const standing = delegates.filter(one => one.credentials !== 'withdrawn')
  const then = standing.filter(one => one.from <= day && (one.to === undefined || one.to >= day))
  if (then.some(one => one.credentials === 'accepted')) return undefined
  if (then.some(one => one.credentials === 'received')) return 'received'
  if (then.length > 0) return 'awaited'
  return standing.length > 0 ? 'over' : 'nobody'
}
