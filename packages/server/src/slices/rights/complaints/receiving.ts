/**
 * Taking complaints in, and telling what became of them to whoever has the code. No entry of the log names the person whom it is
 * about: "who saw this" is read by the very line that must not learn that somebody complained.
 */
import type { Complain, ComplaintByCode, Receipt, RecordComplaint } from '@kerege/contract/rights/complaints'
import { dueIn, mayAppeal } from '@kerege/contract/rights/states'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Context, Node } from '../../../platform/context.ts'
import { inTransaction, type Tx } from '../../../platform/database.ts'
import { localDay } from '../../../platform/localDay.ts'
import { daysOf, receiptHash } from './days.ts'

interface At {
  node: Node
  now: Date
}

const dayOf = ({ node, now }: At) => localDay(now, node.info.timeZone)

/** From the open page: nobody is signed in. */
export async function complain(at: At, draft: Complain): Promise<Receipt> {
  return inTransaction(at.node.pool, tx => receive(tx, at, { ...draft, way: 'page' }))
}

/** Somebody writes down what a family says. They do not see it afterwards, and neither does their line. */
export async function record(ctx: Context, draft: RecordComplaint): Promise<Receipt> {
  const receipt = await receive(ctx.tx, ctx, draft)
  ctx.trail.touched(draft.id)
  return receipt
}

type Draft = Omit<RecordComplaint, 'way'> & { way: string }

/** One that is sent again is the same one. */
async function receive(tx: Tx, at: At, draft: Draft): Promise<Receipt> {
  const day = dayOf(at)
  const days = daysOf(at.node)
  const acknowledgedBy = dueIn('received', days, { receivedOn: day }) ?? day
  const answeredBy = dueIn('acknowledged', days, { receivedOn: day }) ?? day
  const { rows } = await sql<{ became: 'received' | 'known' | 'taken' | 'not-found' }>`
    select rights.receive(${draft.id}::uuid, ${receiptHash(at.node, draft.code)}, ${draft.way}, ${draft.kind}, ${draft.words},
      ${draft.who}, ${draft.name ?? null}, ${draft.reach ?? null}, ${draft.language}, ${draft.personId ?? null}::uuid,
      ${draft.aboutId ?? null}::uuid, ${day}::date, ${acknowledgedBy}::date, ${at.now.toISOString()}::timestamptz) as became`.execute(
    tx,
  )
  switch (rows[0]?.became) {
    case 'not-found':
      throw notFound()
    case 'taken':
      throw invalid([{ pointer: '/id', code: 'not-valid' }])
    default:
      return { code: draft.code, acknowledgedBy, answeredBy }
  }
}

interface Found {
  id: string
  kind: ComplaintByCode['kind']
  state: ComplaintByCode['state']
  received_on: string
  due: string | null
  outcome: ComplaintByCode['outcome'] | null
  answer: string | null
  answered_on: string | null
  appealed_on: string | null
}

export interface ByCode {
  id: string
  body: ComplaintByCode
}

/** @throws DomainError `not-found` for a code that nobody was given */
export const byCode = (at: At, code: string): Promise<ByCode> =>
  inTransaction(at.node.pool, tx => read(tx, at, code))

async function read(tx: Tx, at: At, code: string): Promise<ByCode> {
  const { rows } = await sql<Found>`select * from rights.by_receipt(${receiptHash(at.node, code)})`.execute(
    tx,
  )
  const [one] = rows
  if (!one) throw notFound()
  const due = one.due ?? undefined
  return {
    id: one.id,
    body: {
      kind: one.kind,
      state: one.state,
      receivedOn: one.received_on,
      ...(due ? { due } : {}),
      ...(one.outcome ? { outcome: one.outcome } : {}),
      ...(one.answer === null ? {} : { answer: one.answer }),
      ...(one.answered_on ? { answeredOn: one.answered_on } : {}),
      mayAppeal: mayAppeal({ state: one.state, due, appealed: one.appealed_on !== null }, dayOf(at)),
    },
  }
}

/** @throws DomainError `not-found`, `complaint-moved` when the term is over or it was said already */
export async function appeal(at: At, code: string, words: string): Promise<ByCode> {
  return inTransaction(at.node.pool, async tx => {
    const before = await read(tx, at, code)
    if (!before.body.mayAppeal) {
      throw new DomainError('conflict', 'complaint-moved', { state: before.body.state })
    }
    const day = dayOf(at)
    const due = dueIn('appealed', daysOf(at.node), { receivedOn: day, appealedOn: day })
    const { rows } = await sql<{ id: string | null }>`
      select rights.appeal(${receiptHash(at.node, code)}, ${words}, ${day}::date, ${due}::date, ${at.now.toISOString()}::timestamptz) as id`.execute(
      tx,
    )
    if (!rows[0]?.id) throw new DomainError('conflict', 'complaint-moved', {})
    return read(tx, at, code)
  })
}
