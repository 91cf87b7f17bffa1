/** Statements filed for a session: by a delegation, or by the secretariat on its behalf; listed, filed, taken back. */
import type { MultiText } from '@kerege/contract/common'
import type * as routes from '@kerege/contract/council/record/routes'
import type { Statement, Statements } from '@kerege/contract/council/record/schema'
import { filesStatements, filingHindrance, takesStatements } from '@kerege/contract/council/record/term'
import type { SessionState } from '@kerege/contract/council/sessions'
import { textWords } from '@kerege/contract/council/documents/words'
import { DomainError, invalid, notFound } from '@kerege/contract/errors'
import type { Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import { rulesOf } from '../bodies.ts'
import { partyNames } from '../parties.ts'
import { type FoundSession, get } from '../sessionStore.ts'
import { voiceOf } from '../voices.ts'
import { isApproved } from './recordStore.ts'
import { statementsOf } from './statementStore.ts'

export async function list(ctx: Context, sessionId: string): Promise<Statements> {
  const session = await get(ctx.tx, sessionId)
  const rows = await statementsOf(ctx.tx, sessionId)
  const names = await partyNames(ctx.tx)
  const own = await mine(ctx, session)
  const approved = await isApproved(ctx.tx, sessionId)
  const prepares = ctx.actor.verbs.includes('council.prepare')
  ctx.trail.shown([sessionId, ...rows.map(row => row.id)])
  return {
    rows: rows.flatMap((row): Statement[] => {
      const party = names.get(row.party_id)
      if (!party) return []
      return [
        {
          id: row.id,
          symbol: row.symbol ?? '',
          party,
          title: row.title as MultiText,
          language: row.language,
          ...(row.item_id === null ? {} : { itemId: row.item_id }),
          forRecord: row.for_record,
          withheld: row.withheld,
          late: row.late,
          filedAt: row.filed_at,
          ...(row.withdrawn_at === null ? {} : { withdrawnAt: row.withdrawn_at }),
          mayWithdraw: row.withdrawn_at === null && !approved && (prepares || own.party?.id === row.party_id),
        },
      ]
    }),
    mine: own,
  }
}

/** Whether the reader may file, for the screen; filing checks for itself. */
async function mine(ctx: Context, session: FoundSession): Promise<Statements['mine']> {
  const voice = ctx.actor.verbs.includes('council.speak') ? await voiceOf(ctx) : undefined
  const obstacle = await sessionObstacle(ctx, session)
  const prepares = ctx.actor.verbs.includes('council.prepare')
  const hindrance = obstacle ?? (prepares ? null : await voiceObstacle(ctx, session))
  const speaks = voice !== undefined && (await voiceObstacle(ctx, session)) === null
  return {
    ...(speaks ? { party: voice.party } : {}),
    mayFile: hindrance === null,
    ...(hindrance === null ? {} : { hindrance }),
  }
}

async function sessionObstacle(ctx: Context, session: FoundSession): Promise<string | null> {
  if (session.body_id === null) return 'statements-not-taken'
  if (!takesStatements(session.state as SessionState)) return 'session-state'
  if (session.symbol === null) return 'symbol-without-base'
  return (await isApproved(ctx.tx, session.id)) ? 'record-approved' : null
}

async function voiceObstacle(ctx: Context, session: FoundSession): Promise<string | null> {
  if (!ctx.actor.verbs.includes('council.speak')) return 'not-allowed'
  if (session.body_id === null) return 'statements-not-taken'
  const { rules } = await rulesOf(ctx.tx, session.body_id)
  return filingHindrance((await voiceOf(ctx))?.standing, rules, ctx.now.toISOString())
}

/**
 * Safe to repeat: the id was made by the device. The number is given in the same step.
 * @throws DomainError `session-state`, `symbol-without-base`, `record-approved`, `statements-not-taken`,
 * `no-delegation`, `no-credentials`, `term-ended`
 */
export async function file(
  ctx: Context,
  sessionId: string,
  body: Parsed<typeof routes.fileStatement>['body'],
): Promise<Statements> {
  const session = await get(ctx.tx, sessionId)
  const partyId = await partyThatFiles(ctx, session, body.partyId)
  const obstacle = await sessionObstacle(ctx, session)
  if (obstacle) throw new DomainError('conflict', obstacle, { state: session.state })
  if (body.itemId) await requireItem(ctx, sessionId, body.itemId)
  const words = textWords(body.text)
  const { rows } = await sql<{ symbol: string | null }>`
    select council.file_statement(${body.id}::uuid, ${sessionId}::uuid, ${body.itemId ?? null}::uuid, ${partyId}::uuid,
      ${body.language}, ${JSON.stringify(body.text)}::jsonb, ${words.title}::text[], ${words.body}::text[],
      ${body.forRecord}, ${body.withheld}, ${ctx.now}::timestamptz, ${newId(ctx.now.getTime())}::uuid) as symbol`.execute(
    ctx.tx,
  )
  // Somebody moved the session or approved its record between our look and our turn.
  if (!rows[0]?.symbol) throw new DomainError('conflict', 'session-state', { state: session.state })
  ctx.trail.touched(body.id, ['symbol'])
  ctx.trail.shown([partyId])
  return list(ctx, sessionId)
}

async function partyThatFiles(
  ctx: Context,
  session: FoundSession,
  wanted: string | undefined,
): Promise<string> {
  const names = await partyNames(ctx.tx)
  if (wanted !== undefined && ctx.actor.verbs.includes('council.prepare')) {
    const party = names.get(wanted)
    if (!party) throw invalid([{ pointer: '/partyId', code: 'not-found' }])
    // An event of others has no rules of ours, and takes no statements.
    const rules =
      session.body_id === null ? { statements: [] } : (await rulesOf(ctx.tx, session.body_id)).rules
    if (!filesStatements(party.classification, rules))
      throw new DomainError('forbidden', 'statements-not-taken')
    return wanted
  }
  if (!ctx.actor.verbs.includes('council.speak')) {
    if (ctx.actor.verbs.includes('council.prepare'))
      throw invalid([{ pointer: '/partyId', code: 'required' }])
    throw new DomainError('forbidden', 'not-allowed')
  }
  const voice = await voiceOf(ctx)
  const hindrance = await voiceObstacle(ctx, session)
  if (hindrance || !voice) throw new DomainError('forbidden', hindrance ?? 'no-delegation')
  if (wanted !== undefined && wanted !== voice.party.id)
    throw invalid([{ pointer: '/partyId', code: 'not-found' }])
  return voice.party.id
}

async function requireItem(ctx: Context, sessionId: string, itemId: string) {
  const item = await ctx.tx
    .selectFrom('council.agenda_items')
    .select('id')
    .where('id', '=', itemId)
    .where('session_id', '=', sessionId)
    .where('removed', '=', false)
    .executeTakeFirst()
  if (!item) throw invalid([{ pointer: '/itemId', code: 'not-found' }])
}

/** @throws DomainError `not-yours`, `record-approved`, `statement-withdrawn` */
export async function withdraw(
  ctx: Context,
  sessionId: string,
  statementId: string,
  reason: string,
): Promise<Statements> {
  await get(ctx.tx, sessionId)
  const row = (await statementsOf(ctx.tx, sessionId)).find(one => one.id === statementId)
  if (!row) throw notFound()
  if (!(await mayWithdraw(ctx, row.party_id))) throw new DomainError('forbidden', 'not-yours')
  if (row.withdrawn_at !== null) throw new DomainError('conflict', 'statement-withdrawn')
  const { rows } = await sql<{ done: boolean }>`
    select council.withdraw_statement(${statementId}::uuid, ${ctx.now}::timestamptz, ${newId(ctx.now.getTime())}::uuid,
      ${reason}) as done`.execute(ctx.tx)
  if (!rows[0]?.done) {
    const code = (await isApproved(ctx.tx, sessionId)) ? 'record-approved' : 'statement-withdrawn'
    throw new DomainError('conflict', code)
  }
  ctx.trail.touched(statementId, ['state'])
  ctx.trail.because(reason)
  return list(ctx, sessionId)
}

async function mayWithdraw(ctx: Context, partyId: string): Promise<boolean> {
  if (ctx.actor.verbs.includes('council.prepare')) return true
  if (!ctx.actor.verbs.includes('council.speak')) return false
  const { rows } = await sql<{ mine: boolean }>`
    select ${partyId}::uuid in (select council.my_parties()) as mine`.execute(ctx.tx)
  return rows[0]?.mine ?? false
}
