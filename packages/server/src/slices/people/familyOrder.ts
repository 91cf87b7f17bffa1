/**
 * The register as families: each family whole, in the order of their names, those without one after them, and last
 * those whose family is not open to the asker. Who belongs together is kinship, so the order itself stands in that
 * compartment (people.family_order); the temptation is to sort by a household that the asker may not know of.
 */
import type { PersonFilter, PersonRow } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { openCursor, sealCursor } from '../../platform/cursor.ts'
import { complete, narrowed, type RawRow, rowColumns, scoped } from './store.ts'

const list = 'people.family'

/** Where a page ended: among those whose family is open, or among the others. */
type Part = 'open' | 'closed'

interface OpenRow extends RawRow {
  alone: boolean
  family_key: string
  family_id: string
  sort_key: string
}

export async function listByFamily(
  ctx: Context,
  filter: PersonFilter,
): Promise<{ rows: PersonRow[]; next?: string }> {
  const { limit } = filter
  const after = openCursor(ctx.node.keys.cursors, list, filter.cursor)
  const next = (part: Part, place: unknown[]) =>
    sealCursor(ctx.node.keys.cursors, list, [part, JSON.stringify(place)])
  const open = after?.[0] === 'closed' ? [] : await openRows(ctx, filter, after?.[1])
  if (open.length > limit) {
    const whole = wholeFamilies(open, limit)
    const last = whole.at(-1)
    return { rows: await told(ctx, whole, []), ...(last ? { next: next('open', placeOf(last)) } : {}) }
  }
  const room = limit - open.length
  const closed = mayBeClosed(ctx) ? await closedRows(ctx, filter, room, after) : []
  const shown = closed.slice(0, room)
  // A page that ends just before them begins the others with nothing.
  const last = shown.at(-1) ?? { sort_key: '', id: zero }
  return {
    rows: await told(ctx, open, shown),
    ...(closed.length > room ? { next: next('closed', [last.sort_key, last.id]) } : {}),
  }
}

const zero = '00000000-0000-0000-0000-000000000000'
const placeOf = (row: OpenRow) => [row.alone, row.family_key, row.family_id, row.sort_key, row.id]

/** Ends a page where a family ends, unless one family is longer than the page. */
function wholeFamilies(rows: readonly OpenRow[], limit: number): OpenRow[] {
  const cut = rows[limit]?.family_id
  const whole = rows.slice(0, limit).filter(row => row.family_id !== cut)
  return whole.length > 0 ? whole : rows.slice(0, limit)
}

/** One more than asked for, to know whether there are more. */
async function openRows(ctx: Context, filter: PersonFilter, after: string | undefined): Promise<OpenRow[]> {
  let query = ctx.tx
    .selectFrom('people.family_order as f')
    .innerJoin('people.persons as p', 'p.id', 'f.person_id')
    .select([...rowColumns, 'f.alone', 'f.family_key', 'f.family_id', 'f.sort_key'])
    .where(scoped(ctx, 'kinship', 'f', 'person_id'))
    .where(narrowed(ctx, filter))
  if (after) {
    const [alone, key, family, name, id] = JSON.parse(after) as [boolean, string, string, string, string]
    query = query.where(
      sql<boolean>`(f.alone, f.family_key, f.family_id, f.sort_key, f.person_id)
        > (${alone}::boolean, ${key}, ${family}::uuid, ${name}, ${id}::uuid)`,
    )
  }
  return query
    .orderBy('f.alone')
    .orderBy('f.family_key')
    .orderBy('f.family_id')
    .orderBy('f.sort_key')
    .orderBy('f.person_id')
    .limit(filter.limit + 1)
    .execute()
}

/** Nobody is closed to a role that reads kinship wherever it reads contacts. */
function mayBeClosed({ actor }: Context): boolean {
  const { contact = [], kinship = [] } = actor.rights.read ?? {}
  return !kinship.includes('node') && contact.some(scope => !kinship.includes(scope))
}

async function closedRows(
  ctx: Context,
  filter: PersonFilter,
  room: number,
  after: [string, string] | null,
): Promise<(RawRow & { sort_key: string })[]> {
  let query = ctx.tx
    .selectFrom('people.persons as p')
    .select([...rowColumns, 'p.sort_key'])
    .where(scoped(ctx, 'contact', 'p', 'id'))
    .where(narrowed(ctx, filter))
    // The policy of the order says whose family is open.
    .where(eb =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('people.family_order as f')
            .select('f.person_id')
            .whereRef('f.person_id', '=', 'p.id'),
        ),
      ),
    )
  if (after?.[0] === 'closed') {
    const [name, id] = JSON.parse(after[1]) as [string, string]
    query = query.where(sql<boolean>`(p.sort_key, p.id) > (${name}, ${id}::uuid)`)
  }
  return query
    .orderBy('p.sort_key')
    .orderBy('p.id')
    .limit(room + 1)
    .execute()
}

/** Rows as they are shown, with the size of each family. */
async function told(ctx: Context, open: readonly OpenRow[], closed: readonly RawRow[]): Promise<PersonRow[]> {
  const families = [...new Set(open.filter(row => !row.alone).map(row => row.family_id))]
  const sizes = await sql<{ household_id: string; size: number }>`
    select household_id, size from people.household_sizes(${families}::uuid[])`.execute(ctx.tx)
  const sizeOf = new Map(sizes.rows.map(row => [row.household_id, row.size]))
  const shut = new Set(closed.map(row => row.id))
  const rows = await complete(ctx.tx, [...open, ...closed])
  return rows.map(row => {
    const size = row.householdId && sizeOf.get(row.householdId)
    return {
      ...row,
      ...(size ? { householdSize: size } : {}),
      ...(shut.has(row.id) ? { familyClosed: true } : {}),
    }
  })
}
