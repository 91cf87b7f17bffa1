/** Reading notes: a page of them, one, and who of the household can be named. */
import type { Note, NotePage } from '@kerege/contract/casework/notes'
import { notFound } from '@kerege/contract/errors'
import type { Context } from '../../../platform/context.ts'
import * as store from './store.ts'

export async function page(ctx: Context, personId: string, wanted: store.Wanted): Promise<NotePage> {
  // A person who is not open has no notes and is not there.
  const mayWrite = await store.writableSections(ctx, personId)
  const { rows, ...next } = await store.find(ctx, personId, wanted)
  ctx.trail.shown([personId, ...rows.map(row => row.id)])
  return { rows: await store.toNotes(ctx, personId, rows), ...next, mayWrite }
}

export async function whole(ctx: Context, id: string): Promise<Note> {
  const row = await store.get(ctx, id)
  const [note] = await store.toNotes(ctx, row.person_id, [row])
  if (!note) throw notFound()
  ctx.trail.shown([id, row.person_id])
  return note
}

export async function people(ctx: Context, personId: string) {
  await store.writableSections(ctx, personId)
  const rows = await ctx.tx
    .selectFrom('people.household_members as mine')
    .innerJoin('people.household_members as m', 'm.household_id', 'mine.household_id')
    .innerJoin('people.persons as p', 'p.id', 'm.person_id')
    .select(['p.id', 'p.label as name'])
    .where('mine.person_id', '=', personId)
    .where('mine.valid_to', 'is', null)
    .where('m.valid_to', 'is', null)
    .orderBy('p.birth_from')
    .orderBy('p.id')
    .limit(60)
    .execute()
  ctx.trail.shown([personId, ...rows.map(row => row.id)])
  return { rows }
}
