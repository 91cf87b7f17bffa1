/**
 * Writing forms. A draft is kept as far as it goes, whoever of the colleagues goes on with it; handing in asks for all that is
 * missing at once. What was handed in never changes: a correction stands above it with its reason.
 */
import type { Answers } from '@kerege/contract/forms/answers'
import type { CorrectPage, SavePage } from '@kerege/contract/forms/schema'
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import type { Context } from '../../platform/context.ts'
import { standing } from './beginning.ts'
import { formOf, judged, type PageOf } from './engine.ts'
import * as store from './store.ts'

/** @throws DomainError `form-handed-in` for a page that stands; `stale-version` for who did not see what a colleague kept */
export async function save(ctx: Context, id: string, page: string, body: SavePage): Promise<void> {
  const { row, own, last } = await openPage(ctx, id, page)
  if (row.state !== 'draft' && last) throw new DomainError('conflict', 'form-handed-in')
  if ((last?.version ?? 0) !== body.seen) throw new DomainError('conflict', 'stale-version')
  // A page that comes after the handing in, from a colleague of its section, has to be whole.
  const answers = await kept(row, page, body.answers, row.state !== 'draft')
  await store.writePage(ctx, { form: row, page, compartment: own.compartment, answers }, body.seen)
  await store.move(ctx, id)
  leave(ctx, row, page)
}

/** @throws DomainError `invalid` naming each answer that is missing, by page */
export async function handIn(ctx: Context, id: string, seen: number): Promise<void> {
  const row = await store.lock(ctx, id)
  // Handed in twice is handed in once.
  if (row.state !== 'draft') return ctx.trail.shown([id, row.person_id])
  if (row.version !== seen) throw new DomainError('conflict', 'stale-version')
  const form = await formOf(row)
  const { writable } = await standing(ctx, row.person_id)
  const pages = await store.pagesOf(ctx, id)
  const mine = form.pages.filter(page => writable.includes(page.compartment))
  if (mine.length === 0) throw new DomainError('forbidden', 'not-yours')
  const faults: Fault[] = []
  for (const { name } of mine) {
    const answers = pages.find(one => one.page === name)?.answers ?? {}
    const { missing, wrong } = await judged(form, name, answers)
    faults.push(...[...wrong, ...missing].map(one => ({ ...one, pointer: `/${name}${one.pointer}` })))
  }
  if (faults.length > 0) throw invalid(faults)
  await store.move(ctx, id, 'handed-in')
  ctx.trail.touched(id, ['state'])
  ctx.trail.touched(row.person_id)
}

/** @throws DomainError `form-open` while the form is a draft, `stale-version` */
export async function correct(ctx: Context, id: string, page: string, body: CorrectPage): Promise<void> {
  const { row, own, last } = await openPage(ctx, id, page)
  if (row.state === 'draft' || !last) throw new DomainError('conflict', 'form-open')
  if (last.version !== body.seen) throw new DomainError('conflict', 'stale-version')
  const answers = await kept(row, page, body.answers, true)
  await store.addEdition(ctx, { form: row, page, compartment: own.compartment, answers }, last, body.reason)
  await store.move(ctx, id, 'corrected')
  ctx.trail.because(body.reason, row.person_id)
  leave(ctx, row, page)
}

export async function discard(ctx: Context, id: string): Promise<void> {
  const row = await store.lock(ctx, id)
  if (row.state !== 'draft') throw new DomainError('conflict', 'form-handed-in')
  // Whoever handed it over has let go of it.
  if (row.with_id && row.with_id !== ctx.actor.account) throw new DomainError('forbidden', 'not-yours')
  const gone = await ctx.tx.deleteFrom('forms.forms').where('id', '=', id).executeTakeFirst()
  if (!gone.numDeletedRows) throw new DomainError('forbidden', 'not-yours')
  ctx.trail.touched(id, ['state'])
  ctx.trail.touched(row.person_id)
}

/** A page that the actor writes. One of another section does not exist, and neither does one that the form has not. */
async function openPage(
  ctx: Context,
  id: string,
  page: string,
): Promise<{ row: store.Found; own: PageOf; last: store.FoundPage | undefined }> {
  const row = await store.lock(ctx, id)
  const own = (await formOf(row)).pages.find(one => one.name === page)
  const { readable, writable } = await standing(ctx, row.person_id)
  if (!own || !readable.includes(own.compartment)) throw notFound()
  if (!writable.includes(own.compartment)) throw new DomainError('forbidden', 'not-yours')
  const last = (await store.pagesOf(ctx, id)).find(one => one.page === page)
  return { row, own, last }
}

async function kept(row: store.Found, page: string, said: Answers, whole: boolean): Promise<Answers> {
  const { answers, wrong, missing } = await judged(await formOf(row), page, said)
  const faults = [...wrong, ...(whole ? missing : [])]
  if (faults.length > 0) throw invalid(faults.map(one => ({ ...one, pointer: `/answers${one.pointer}` })))
  return answers
}

function leave(ctx: Context, row: store.Found, page: string) {
  ctx.trail.touched(row.id, [page])
  ctx.trail.touched(row.person_id)
}
