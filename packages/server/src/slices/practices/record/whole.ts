/** One practice: its edition for readers, and for those who work on it what is being written and how it came here. */
import type { Language, MultiText } from '@kerege/contract/common'
import type { Licence, PracticeContent } from '@kerege/contract/practices/content'
import type {
  KeptThing,
  Practice,
  PracticeOrigin,
  PublishedReview,
} from '@kerege/contract/practices/record/schema'
import type { PracticeState } from '@kerege/contract/practices/rules'
import { notFound } from '@kerege/contract/errors'
import type { Context } from '../../../platform/context.ts'
import type { Tx } from '../../../platform/database.ts'
import { usesOf } from '../adoption/store.ts'
import { thingsIn } from './looking.ts'
import { mayChange, mayConfirm } from './policy.ts'
import { toRow } from './rows.ts'
import * as store from './store.ts'

export async function whole(ctx: Context, id: string): Promise<Practice> {
  const row = await store.get(ctx.tx, id)
  const working = await store.working(ctx.tx, id)
  const edition = await editionOf(ctx.tx, row)
  const content = edition?.content ?? working
  if (!content) throw notFound()
  const uses = (await usesOf(ctx.tx, [id])).get(id)
  ctx.trail.shown([id])
  return {
    ...toRow(row, content),
    ...(uses ? { uses } : {}),
    version: row.version,
    licence: row.licence as Licence,
    ...(row.organisation === null ? {} : { organisation: row.organisation as MultiText }),
    sourceLanguage: row.source_language as Language,
    papers: row.papers as string[],
    agency: await agencyOf(ctx.tx, row.agency_id),
    ...(row.retracted_reason === null ? {} : { retractedReason: row.retracted_reason }),
    ...(edition ? { edition } : {}),
    ...(working
      ? {
          working,
          steps: await stepsOf(ctx.tx, id),
          things: await thingsIn(ctx.tx, row, working),
          kept: row.kept as KeptThing[],
        }
      : {}),
    round: row.round,
    awaitsState: row.awaits_state,
    ...(row.origin === null ? {} : { origin: row.origin as PracticeOrigin }),
    mine: row.author_id === ctx.actor.account,
    mayChange: mayChange(ctx, row),
    mayModerate: ctx.actor.verbs.includes('practices.moderate'),
    mayConfirm: await mayConfirm(ctx, row),
  }
}

async function editionOf(tx: Tx, row: store.Found): Promise<Practice['edition']> {
  if (row.edition_id === null) return undefined
  const found = await tx
    .selectFrom('practices.editions')
    .selectAll()
    .where('id', '=', row.edition_id)
    .executeTakeFirstOrThrow()
  return {
    id: found.id,
    number: found.number,
    content: found.content as PracticeContent,
    publishedAt: found.published_at,
    review: found.review as PublishedReview,
  }
}

async function agencyOf(tx: Tx, id: string) {
  const { name } = await tx
    .selectFrom('access.agencies')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return { id, name: name as MultiText }
}

async function stepsOf(tx: Tx, id: string) {
  const rows = await tx
    .selectFrom('practices.steps as s')
    .leftJoin('access.accounts as a', 'a.id', 's.actor_id')
    .select(['s.number', 's.from_state', 's.to_state', 's.at', 's.reason', 'a.name'])
    .where('s.practice_id', '=', id)
    .orderBy('s.number')
    .execute()
  return rows.map(row => ({
    number: row.number,
    ...(row.from_state === null ? {} : { from: row.from_state as PracticeState }),
    to: row.to_state as PracticeState,
    at: row.at,
    ...(row.name === null ? {} : { by: row.name }),
    ...(row.reason === null ? {} : { reason: row.reason }),
  }))
}
