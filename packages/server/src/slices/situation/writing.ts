/**
 * Writing down, changing and ending. Every act is a version: what stood before stays, with who wrote it, and a correction says why.
 * The work that comes out of a record follows its day.
 */
import type { Compartment } from '@kerege/contract/access/compartments'
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import { type Content, contentVersion } from '@kerege/contract/situation/content'
import { needsParent, parentOf, sectionOf } from '@kerege/contract/situation/kinds'
import { aheadOn, contentFaults, deadlineOn } from '@kerege/contract/situation/rules'
import type { AddEntry, ChangeEntry, EndEntry, EntryVersion } from '@kerege/contract/situation/schema'
import type { RoughDate } from '@kerege/contract/people/kinship/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { newId } from '../../platform/ids.ts'
import { today } from '../../platform/localDay.ts'
import { caseOf, standing } from '../casework/index.ts'
import * as store from './store.ts'
import { endTask, keepTask, overtake, released } from './work.ts'

/** A command that is sent again makes nothing new: the id was made by the device. @throws DomainError `entry-stands`, `month-counted` */
export async function add(ctx: Context, personId: string, draft: AddEntry): Promise<void> {
  const { content } = draft
  await requireWhole(ctx, personId, draft)
  const known = await ctx.tx
    .selectFrom('situation.entries')
    .select(['person_id', 'account_id'])
    .where('id', '=', draft.id)
    .executeTakeFirst()
  if (known) {
    if (known.person_id !== personId || known.account_id !== ctx.actor.account) throw notFound()
    return
  }
  await requireParent(ctx, personId, draft)
  if (content.kind === 'health') await requireAlone(ctx, personId)
  const made = await ctx.tx
    .insertInto('situation.entries')
    .values({
      id: draft.id,
      person_id: personId,
      case_id: caseOf(personId),
      parent_id: draft.parentId ?? null,
      kind: content.kind,
      compartment: sectionOf[content.kind],
      ...columns(draft),
      account_id: ctx.actor.account,
      made_at: ctx.now,
      updated_at: ctx.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .executeTakeFirst()
  if (!made.numInsertedOrUpdatedRows) throw await refused(ctx, draft)
  await keep(
    ctx,
    { id: draft.id, person_id: personId, compartment: sectionOf[content.kind], version: 1 },
    'made',
    draft,
  )
  if (content.kind === 'contact') await overtake(ctx, personId, draft.id, content)
  await keepTask(ctx, draft.id, content)
}

/** @throws DomainError `stale-version`, `entry-ended`, `not-yours`, `month-counted` */
export async function change(ctx: Context, id: string, draft: ChangeEntry): Promise<void> {
  const row = await lockMine(ctx, id, ctx.basedOn)
  if (row.kind !== draft.content.kind) throw invalid([{ pointer: '/content/kind', code: 'not-valid' }])
  await requireWhole(ctx, row.person_id, draft)
  const month = draft.content.kind === 'attendance' ? draft.content.month : undefined
  if (month) await requireMonth(ctx, row, month)
  const version = row.version + 1
  await ctx.tx
    .updateTable('situation.entries')
    .set({ ...columns(draft), version, account_id: ctx.actor.account, updated_at: ctx.now })
    .where('id', '=', id)
    .execute()
  await keep(ctx, { ...row, version }, draft.what, draft, draft.reason)
  await keepTask(ctx, id, draft.content)
}

/** @throws DomainError `stale-version`, `entry-ended`, `not-yours` */
export async function end(ctx: Context, id: string, draft: EndEntry): Promise<void> {
  const row = await lockMine(ctx, id, draft.seen)
  if (firstDay(draft.on) > today(ctx)) throw invalid([{ pointer: '/on', code: 'day-ahead' }])
  const version = row.version + 1
  const content = store.toEntry(row, []).content
  await ctx.tx
    .updateTable('situation.entries')
    .set({
      state: draft.how,
      until: JSON.stringify(draft.on),
      outcome: draft.outcome,
      version,
      account_id: ctx.actor.account,
      updated_at: ctx.now,
    })
    .where('id', '=', id)
    .execute()
  const { since } = store.toEntry(row, [])
  await keep(
    ctx,
    { ...row, version },
    draft.how,
    { content, ...(since ? { since } : {}), until: draft.on },
    draft.outcome,
  )
  await endTask(ctx, id, content, draft.how)
  if (content.kind === 'detention' && draft.how === 'ended') await released(ctx, id)
}

const columns = (draft: { since?: RoughDate | undefined; source: string; content: Content }) => ({
  since: draft.since ? JSON.stringify(draft.since) : null,
  source: draft.source,
  content: JSON.stringify(draft.content),
  content_version: contentVersion,
  on_day: dayOf(draft.content),
  ahead_on: aheadOn(draft.content) ?? null,
  deadline_on: deadlineOn(draft.content) ?? null,
})

/** By which it stands in a row of its kind. */
function dayOf(content: Content): string | null {
  if (content.kind === 'attendance') return `${content.month}-01`
  return content.kind === 'hearing' || content.kind === 'contact' ? content.day : null
}

const firstDay = (day: RoughDate): string =>
  day.precision === 'day' ? day.date : day.precision === 'month' ? `${day.month}-01` : `${day.year}-01-01`

/** All faults at once: the section, the days, whom it names. */
async function requireWhole(
  ctx: Context,
  personId: string,
  { content, since }: { content: Content; since?: RoughDate | undefined },
): Promise<void> {
  const { writable } = await standing(ctx, personId)
  if (!writable.includes(sectionOf[content.kind]))
    throw invalid([{ pointer: '/content/kind', code: 'not-found' }])
  const faults: Fault[] = contentFaults(content, today(ctx))
  if (since && firstDay(since) > today(ctx)) faults.push({ pointer: '/since', code: 'day-ahead' })
  if (content.kind === 'contact' && content.withPersonId && !(await isOpen(ctx, content.withPersonId))) {
    faults.push({ pointer: '/content/withPersonId', code: 'not-found' })
  }
  if (content.kind === 'schooling' && content.serviceId && !(await isService(ctx, content.serviceId))) {
    faults.push({ pointer: '/content/serviceId', code: 'not-found' })
  }
  if (faults.length > 0) throw invalid(faults)
}

const isOpen = async (ctx: Context, id: string) =>
  (await ctx.tx.selectFrom('people.persons').select('id').where('id', '=', id).executeTakeFirst()) !==
  undefined
const isService = async (ctx: Context, id: string) =>
  (await ctx.tx.selectFrom('services.services').select('id').where('id', '=', id).executeTakeFirst()) !==
  undefined

async function requireParent(ctx: Context, personId: string, { content, parentId }: AddEntry): Promise<void> {
  const wanted = parentOf[content.kind]
  if (parentId === undefined) {
    if (needsParent(content.kind)) throw invalid([{ pointer: '/parentId', code: 'required' }])
    return
  }
  const parent = await ctx.tx
    .selectFrom('situation.entries')
    .select(['kind', 'state'])
    .where('id', '=', parentId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  if (!parent || parent.kind !== wanted) throw invalid([{ pointer: '/parentId', code: 'not-found' }])
  if (parent.state === 'mistake') throw new DomainError('conflict', 'entry-ended', { state: parent.state })
}

/** One health summary stands at a time; two who write it at once wait for each other. */
async function requireAlone(ctx: Context, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('situation.health ' || ${personId}, 0))`.execute(
    ctx.tx,
  )
  const other = await ctx.tx
    .selectFrom('situation.entries')
    .select('id')
    .where('person_id', '=', personId)
    .where('kind', '=', 'health')
    .where('state', '=', 'open')
    .executeTakeFirst()
  if (other) throw new DomainError('conflict', 'entry-stands', { entryId: other.id })
}

const monthOf = (ctx: Context, parentId: string, month: string) =>
  ctx.tx
    .selectFrom('situation.entries')
    .select('id')
    .where('parent_id', '=', parentId)
    .where(sql<string>`content ->> 'month'`, '=', month)
    .where('state', '<>', 'mistake')
    .executeTakeFirst()

async function requireMonth(ctx: Context, row: store.Found, month: string): Promise<void> {
  const other = row.parent_id ? await monthOf(ctx, row.parent_id, month) : undefined
  if (other && other.id !== row.id) throw new DomainError('conflict', 'month-counted', { entryId: other.id })
}

/** Counted already; else somebody else's with this id, and the answer is the one for what cannot be seen. */
async function refused(ctx: Context, { content, parentId }: AddEntry): Promise<DomainError> {
  const month =
    content.kind === 'attendance' && parentId ? await monthOf(ctx, parentId, content.month) : undefined
  return month ? new DomainError('conflict', 'month-counted', { entryId: month.id }) : notFound()
}

async function lockMine(ctx: Context, id: string, seen: number | null): Promise<store.Found> {
  const row = await store.get(ctx, id)
  const { writable } = await standing(ctx, row.person_id)
  if (!writable.includes(row.compartment as Compartment)) throw new DomainError('forbidden', 'not-yours')
  return store.lock(ctx, id, seen)
}

async function keep(
  ctx: Context,
  row: Pick<store.Found, 'id' | 'person_id' | 'compartment' | 'version'>,
  what: EntryVersion['what'],
  said: { content: Content; since?: RoughDate | undefined; until?: RoughDate | undefined },
  words?: string,
): Promise<void> {
  await ctx.tx
    .insertInto('situation.versions')
    .values({
      id: newId(ctx.now.getTime()),
      entry_id: row.id,
      person_id: row.person_id,
      compartment: row.compartment,
      number: row.version,
      what,
      since: said.since ? JSON.stringify(said.since) : null,
      until: said.until ? JSON.stringify(said.until) : null,
      content: JSON.stringify(said.content),
      content_version: contentVersion,
      words: words ?? null,
      account_id: ctx.actor.account,
      at: ctx.now,
    })
    .execute()
  ctx.trail.touched(row.id, [`${row.compartment}.${said.content.kind}`])
  ctx.trail.touched(row.person_id)
}
