/** The readiness board: what is settled, who is there, what is missing. Numbers for all who see it, names where open. */
import type { Fact } from '@kerege/contract/people/papers/rules'
import type { CheckItem, Readiness } from '@kerege/contract/repatriation/operations/preparing'
import { duties, type Duty, type ListLine } from '@kerege/contract/repatriation/operations/schema'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { type FoundOperation, get, totalsOf } from '../operations/store.ts'
import { lookAlikesOf, questionsOf } from './questions.ts'
import { today } from '../../../platform/localDay.ts'

export async function readiness(ctx: Context, operationId: string): Promise<Readiness> {
  const operation = await get(ctx, operationId)
  const { list, legs, lines, ...questions } = await questionsOf(ctx, operationId)
  const people = (await totalsOf(ctx, [operationId])).get(operationId)?.people ?? 0
  const staff = await ctx.tx
    .selectFrom('repatriation.staff')
    .select(['duty', 'languages', 'account_id'])
    .where('operation_id', '=', operationId)
    .where('ended_at', 'is', null)
    .where('until', '>=', today(ctx))
    .execute()
  const wanted = operation.wanted as Partial<Record<Duty, number>>
  return {
    ...questions,
    consentsWaiting: await consentsWaiting(ctx, operationId, lines),
    lookAlikes: await lookAlikesOf(ctx, lines),
    papers: await papersOf(ctx, lines),
    roster: duties.flatMap(duty => {
      const have = staff.filter(one => one.duty === duty).length
      return have > 0 || wanted[duty] ? [{ duty, have, wanted: wanted[duty] ?? 0 }] : []
    }),
    languages: await languagesOf(
      ctx,
      lines,
      staff.filter(one => one.duty === 'interpreter').flatMap(one => one.languages),
    ),
    places: await placesFor(ctx, operation, people),
    seats: legs.map(leg => ({
      legId: leg.id,
      people: leg.people,
      ...(leg.seats === undefined ? {} : { seats: leg.seats }),
    })),
    needs: await needsOf(ctx, operationId),
    carried: countries(lines),
    checks: await checksOf(ctx, operationId),
    notShown: list.notShown,
  }
}

/** A number that somebody wrote counts only as long as nobody has said which rooms there are. */
async function placesFor(
  ctx: Context,
  operation: FoundOperation,
  people: number,
): Promise<Readiness['places']> {
  const arrives = operation.planned_from ?? today(ctx)
  const usual = ctx.node.profile.receptionStayDays?.value?.to ?? null
  const found = await sql<{ site_id: string; name: string; places: number; taken: number }>`
    select * from repatriation.capacity(${operation.id}::uuid, ${arrives}::date, ${usual}::int)`.execute(
    ctx.tx,
  )
  const also = await sql<{ people: number }>`
    select repatriation.also_coming(${operation.id}::uuid, ${arrives}::date, ${usual}::int) as people`.execute(
    ctx.tx,
  )
  const houses = found.rows
    .filter(row => row.places > 0)
    .map(row => ({
      id: row.site_id,
      name: row.name,
      places: row.places,
      free: Math.max(0, row.places - row.taken),
    }))
  const free = houses.reduce((sum, house) => sum + house.free, 0)
  // A number that was written down was promised to this operation alone.
  const others = houses.length > 0 ? (also.rows[0]?.people ?? 0) : 0
  const places = houses.length > 0 ? Math.max(0, free - others) : operation.places
  return { people, houses, others, ...(places === null ? {} : { places }) }
}

const days = (from: string, to: string) =>
  Math.max(0, Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000))

async function consentsWaiting(
  ctx: Context,
  operationId: string,
  lines: readonly ListLine[],
): Promise<Readiness['consentsWaiting']> {
  const rows = await ctx.tx
    .selectFrom('repatriation.consents as c')
    .innerJoin('repatriation.lines as l', 'l.id', 'c.line_id')
    .select(['c.line_id', 'c.giver', 'c.asked_on'])
    .where('l.operation_id', '=', operationId)
    .where('c.standing', '=', 'asked')
    .orderBy('c.asked_on')
    .orderBy('c.id')
    .execute()
  return rows.flatMap(row => {
    const line = lines.find(one => one.id === row.line_id)
    return line
      ? [
          {
            lineId: line.id,
            name: line.name,
            giver: row.giver as Readiness['consentsWaiting'][number]['giver'],
            askedOn: row.asked_on,
            days: days(row.asked_on, today(ctx)),
          },
        ]
      : []
  })
}

/** Papers without which nobody travels, that somebody still waits for. */
async function papersOf(ctx: Context, lines: readonly ListLine[]): Promise<Readiness['papers']> {
  const rows = await ctx.tx
    .selectFrom('people.papers')
    .select(['person_id', 'fact'])
    .where(sql<boolean>`person_id = any (${lines.map(line => line.personId)}::uuid[])`)
    .where('closed_on', 'is', null)
    .where(sql<boolean>`'travel' = any (blocks)`)
    .orderBy('fact')
    .execute()
  return lines.flatMap(line => {
    const own = rows.filter(row => row.person_id === line.personId).map(row => row.fact as Fact)
    return own.length > 0 ? [{ lineId: line.id, name: line.name, facts: [...new Set(own)] }] : []
  })
}

/** Languages in which people of the list are best spoken to, and how many interpreters speak them. */
async function languagesOf(
  ctx: Context,
  lines: readonly ListLine[],
  spoken: readonly string[],
): Promise<Readiness['languages']> {
  const rows = await ctx.tx
    .selectFrom('people.persons')
    .select(['id', 'languages'])
    .where(sql<boolean>`id = any (${lines.map(line => line.personId)}::uuid[])`)
    .execute()
  const counts = new Map<string, number>()
  for (const row of rows) {
    const all = row.languages as { tag: string; preferred: boolean }[]
    const best = (all.find(one => one.preferred) ?? all[0])?.tag
    if (best) counts.set(best, (counts.get(best) ?? 0) + 1)
  }
  return [...counts]
    .toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))
    .map(([tag, people]) => ({ tag, people, interpreters: spoken.filter(one => one === tag).length }))
}

async function needsOf(ctx: Context, operationId: string): Promise<Readiness['needs']> {
  const found = await sql<Readiness['needs'][number]>`
    select need, people from repatriation.needed_on_board(${operationId}::uuid) order by people desc, need`.execute(
    ctx.tx,
  )
  return found.rows
}

function countries(lines: readonly ListLine[]): Readiness['carried'] {
  const all = new Map<string, number>()
  for (const { forCountry } of lines) if (forCountry) all.set(forCountry, (all.get(forCountry) ?? 0) + 1)
  return [...all].map(([country, people]) => ({ country, people }))
}

async function checksOf(ctx: Context, operationId: string): Promise<CheckItem[]> {
  const rows = await ctx.tx
    .selectFrom('repatriation.checks as c')
    .leftJoin('access.accounts as o', 'o.id', 'c.owner_id')
    .leftJoin('access.accounts as d', 'd.id', 'c.done_by')
    .selectAll('c')
    .select(['o.name as owner', 'd.name as done_name'])
    .where('c.operation_id', '=', operationId)
    .orderBy('c.ordinal')
    .orderBy('c.id')
    .execute()
  return rows.map(row => ({
    id: row.id,
    version: row.version,
    step: row.step as CheckItem['step'],
    ...(row.code === null ? {} : { code: row.code }),
    ...(row.text === null ? {} : { text: row.text }),
    ...(row.owner_id === null ? {} : { owner: { id: row.owner_id, name: row.owner ?? '' } }),
    ...(row.due === null ? {} : { due: row.due }),
    ...(row.done_at === null ? {} : { doneAt: row.done_at }),
    ...(row.done_by === null ? {} : { doneBy: { id: row.done_by, name: row.done_name ?? '' } }),
  }))
}
