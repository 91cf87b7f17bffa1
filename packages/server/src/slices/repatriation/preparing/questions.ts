/**
 * What has to be settled before a list is closed. The rule for families and for carers is the contract's; here it is
 * handed the list as it is open to the reader. Nothing is decided: each question names people and waits for people.
 */
import type { BirthDate } from '@kerege/contract/people/schema'
import { ageOn } from '@kerege/contract/people/rules'
import type { Readiness } from '@kerege/contract/repatriation/operations/preparing'
import type { Leg, ListLine, PeopleList } from '@kerege/contract/repatriation/operations/schema'
import { isOnList } from '@kerege/contract/repatriation/operations/states'
import {
  careGaps,
  divided,
  type Group,
  type Member,
  mayBeChild,
  notAgreed,
  type Span,
  unaccompanied,
} from '@kerege/contract/repatriation/unity'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { wholeList } from '../operations/wholeList.ts'
import { legsOf } from '../operations/whole.ts'
import { divisionsOf } from './divisions.ts'
import { today } from '../../../platform/localDay.ts'

export type Questions = Pick<
  Readiness,
  'divided' | 'agreed' | 'careGaps' | 'unaccompanied' | 'refusedConsents'
> & { list: PeopleList; legs: Leg[]; lines: ListLine[] }

export async function questionsOf(ctx: Context, operationId: string): Promise<Questions> {
  const list = await wholeList(ctx, operationId)
  const legs = await legsOf(ctx, operationId)
  const lines = list.lines.filter(line => isOnList(line.state))
  const groups = groupsOf(ctx, list, lines)
  const alone = unaccompanied(groups).flatMap(({ children }) => children)
  const byId = new Map(lines.map(line => [line.id, line]))
  const shown = ({ id }: Member) => {
    const line = byId.get(id)
    return line ? [{ lineId: line.id, name: line.name, birth: line.birth }] : []
  }
  const asked = await divisionsOf(ctx, operationId)
  return {
    list,
    legs,
    lines,
    divided: dividedOf(ctx, groups, legs, lines, asked, shown),
    agreed: asked.filter(one => one.agreedBy && one.endsAt > ctx.now.toISOString()),
    careGaps: await gapsOf(ctx, operationId, alone, lines, legs),
    unaccompanied: alone.flatMap(shown),
    refusedConsents: await refusals(ctx, operationId, byId),
  }
}

/** Whoever has no family on the list is a group of one, and a child in it is alone. */
function groupsOf(ctx: Context, list: PeopleList, lines: readonly ListLine[]): Group[] {
  const member = (line: ListLine): Member => ({
    id: line.id,
    name: line.name,
    ages: ageOn(line.birth as BirthDate, today(ctx)),
  })
  return [
    ...list.families.map(family => ({
      id: family.id,
      name: family.name,
      members: lines.filter(line => line.familyId === family.id).map(member),
    })),
    ...lines
      .filter(line => line.familyId === undefined)
      .map(line => ({ id: line.id, name: line.name, members: [member(line)] })),
  ]
}

function dividedOf(
  ctx: Context,
  groups: readonly Group[],
  legs: readonly Leg[],
  lines: readonly ListLine[],
  asked: Awaited<ReturnType<typeof divisionsOf>>,
  shown: (member: Member) => { lineId: string; name: string; birth: ListLine['birth'] }[],
): Readiness['divided'] {
  const agreed = asked.filter(one => one.agreedBy).map(one => ({ ...one, groupId: one.familyId }))
  return [...new Set(legs.map(leg => leg.ordinal))].flatMap(ordinal => {
    const side = legs.filter(leg => leg.ordinal === ordinal).map(leg => leg.id)
    const legOf = new Map(
      lines.flatMap(line =>
        line.legs.filter(one => side.includes(one.legId)).map(one => [line.id, one.legId]),
      ),
    )
    const found = divided(groups, id => legOf.get(id))
    return notAgreed(found, agreed, 'leg', ctx.now.toISOString()).map(({ group, parts }) => {
      const pending = asked.find(one => one.familyId === group.id && !one.agreedBy && one.approvalId)
      return {
        familyId: group.id,
        name: group.name,
        ordinal,
        parts: parts.map(part => ({
          ...(part.place === null ? {} : { legId: part.place }),
          members: part.members.flatMap(shown),
          childrenAlone: part.childrenAlone && group.members.some(one => !mayBeChild(one)),
        })),
        ...(pending ? { asked: pending } : {}),
      }
    })
  })
}

/** The hours of a child's own legs; without hours, one named carer is enough until there are. */
async function gapsOf(
  ctx: Context,
  operationId: string,
  alone: readonly Member[],
  lines: readonly ListLine[],
  legs: readonly Leg[],
): Promise<Readiness['careGaps']> {
  if (alone.length === 0) return []
  const rows = await ctx.tx
    .selectFrom('repatriation.care as c')
    .innerJoin('repatriation.lines as l', 'l.id', 'c.line_id')
    .select(['c.line_id', 'c.from_at', 'c.to_at'])
    .where('l.operation_id', '=', operationId)
    .execute()
  return alone.flatMap(child => {
    const line = lines.find(one => one.id === child.id)
    if (!line) return []
    const named = rows.filter(row => row.line_id === line.id)
    const journey = journeyOf(line, legs)
    const gaps =
      journey && !line.carer
        ? careGaps(
            journey,
            named.map(row => ({ from: row.from_at, to: row.to_at })),
          )
        : []
    const nobody = !line.carer && named.length === 0
    return nobody || gaps.length > 0
      ? [{ lineId: line.id, name: line.name, birth: line.birth, gaps: gaps.map(plain) }]
      : []
  })
}

const plain = ({ from, to }: Span) => ({ from, to })

function journeyOf(line: ListLine, legs: readonly Leg[]): Span | undefined {
  const own = legs.filter(leg => line.legs.some(one => one.legId === leg.id))
  const from = own.flatMap(leg => leg.departsAt ?? []).toSorted()[0]
  const to = own
    .flatMap(leg => leg.arrivesAt ?? [])
    .toSorted()
    .at(-1)
  return from && to && from < to ? { from, to } : undefined
}

/** Somebody who decides for them said no, nothing else was put in its place, and the line waits to travel all the same. */
async function refusals(
  ctx: Context,
  operationId: string,
  lines: ReadonlyMap<string, ListLine>,
): Promise<Readiness['refusedConsents']> {
  const rows = await ctx.tx
    .selectFrom('repatriation.consents as c')
    .innerJoin('repatriation.lines as l', 'l.id', 'c.line_id')
    .select(['c.line_id', 'c.giver'])
    .where('l.operation_id', '=', operationId)
    .where('l.basis', 'is', null)
    .where('c.standing', 'in', ['refused', 'withdrawn'])
    .orderBy('c.answered_on')
    .execute()
  return rows.flatMap(row => {
    const line = lines.get(row.line_id)
    return line
      ? [
          {
            lineId: line.id,
            name: line.name,
            giver: row.giver as Readiness['refusedConsents'][number]['giver'],
          },
        ]
      : []
  })
}

/** Pairs of the list that may be one person, for whoever may say so. */
export async function lookAlikesOf(
  ctx: Context,
  lines: readonly ListLine[],
): Promise<Readiness['lookAlikes']> {
  const byPerson = new Map(lines.map(line => [line.personId, { lineId: line.id, name: line.name }]))
  const ids = [...byPerson.keys()]
  const rows = await ctx.tx
    .selectFrom('people.lookalikes as l')
    .select(['l.a_id', 'l.b_id'])
    .where(sql<boolean>`l.a_id = any (${ids}::uuid[]) and l.b_id = any (${ids}::uuid[])`)
    .where(sql<boolean>`l.score >= (select propose from people.duplicate_settings)`)
    .where(
      sql<boolean>`not exists (select 1 from people.not_same n where n.a_id = l.a_id and n.b_id = l.b_id)`,
    )
    .orderBy('l.score', 'desc')
    .orderBy('l.id')
    .limit(50)
    .execute()
  return rows.flatMap(row => {
    const [one, other] = [byPerson.get(row.a_id), byPerson.get(row.b_id)]
    return one && other ? [{ one, other }] : []
  })
}
