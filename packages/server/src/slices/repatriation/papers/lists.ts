/**
 * The list of an operation on paper, and the list by which arrivals are ticked off. Both are for those who work in the operation
 * and name it; neither goes to a school, a clinic or a landlord.
 */
import { Id, type Language } from '@kerege/contract/common'
import type { ListLine, PeopleList } from '@kerege/contract/repatriation/operations/schema'
import { isOnList } from '@kerege/contract/repatriation/operations/states'
import { z } from 'zod'
import type { Context } from '../../../platform/context.ts'
import { paperSource } from '../../../platform/exports/papers.ts'
import type { SheetColumn, SheetGroup } from '../../../platform/papers/sheet.ts'
import { wholeList } from '../operations/wholeList.ts'
import { get } from '../operations/store.ts'
import { birthCell, dayCell, say } from './words.ts'

const Query = z.strictObject({ operationId: Id })

export const listPaper = paperSource({
  of: 'people-list',
  access: 'repatriation.read',
  query: Query,
  sheet: async (ctx, { operationId }, language) => {
    const beside = await besideOf(ctx, operationId)
    return frame(ctx, operationId, language, t => ({
      title: t('list.title'),
      shares: [30, 10],
      more: [
        { heading: t('seat'), share: 8 },
        { heading: t('carer'), share: 18 },
        { heading: t('state'), share: 12 },
      ],
      cells: line => [
        seatsOf(line),
        [...new Set([line.carer?.name ?? '', ...(beside.get(line.id) ?? [])])].filter(Boolean).join('\n'),
        t(`state.${line.state}`),
      ],
      signatures: [t('signs.lead'), t('signs.consul')],
    }))
  },
})

export const arrivalPaper = paperSource({
  of: 'arrival-list',
  access: 'repatriation.read',
  query: Query,
  sheet: (ctx, { operationId }, language) =>
    frame(ctx, operationId, language, t => ({
      title: t('arrival.title'),
      shares: [36, 12],
      more: [
        { heading: t('arrived'), share: 10, box: true },
        { heading: t('note'), share: 20 },
      ],
      // A line that came is said; the others are for the hand at the door.
      cells: line => [['arrived', 'handed-over'].includes(line.state) ? dayCell(line.stateSince) : '', ''],
      signatures: [t('signs.reception')],
    })),
})

type Say = ReturnType<typeof say>

interface Own {
  title: string
  /** Of the name and of the bracelet. */
  shares: readonly [number, number]
  more: readonly SheetColumn[]
  cells: (line: ListLine) => string[]
  signatures: readonly string[]
}

/** What every list of an operation has: who, by families, each with a number; the rest is its own. */
async function frame(ctx: Context, operationId: string, language: Language, own: (t: Say) => Own) {
  const t = say(language)
  const operation = await get(ctx, operationId)
  const list = await wholeList(ctx, operationId)
  const { title, shares, more, cells, signatures } = own(t)
  let number = 0
  return {
    kind: 'table' as const,
    title,
    facts: [operation.name, await standOf(ctx, operationId, t), ...hidden(list, t)],
    columns: [
      { heading: '№', share: 4 },
      { heading: t('name'), share: shares[0] },
      { heading: t('sex'), share: 8 },
      { heading: t('birth'), share: 10 },
      { heading: t('bracelet'), share: shares[1] },
      ...more,
    ],
    groups: groupsOf(list, t, line => {
      number += 1
      return [
        String(number),
        nameCell(line, t),
        t(`sex.${line.sex}`),
        birthCell(line.birth),
        line.bracelet ?? '',
        ...cells(line),
      ]
    }),
    signatures,
    nothing: t('nobody'),
  }
}

/** "List 3, frozen on 24.11.2026", or that it is still open. */
async function standOf(ctx: Context, operationId: string, t: Say): Promise<string> {
  const last = await ctx.tx
    .selectFrom('repatriation.manifests')
    .select(['number', 'state', 'at'])
    .where('operation_id', '=', operationId)
    .orderBy('number', 'desc')
    .executeTakeFirst()
  if (!last) return t('version.open', { n: 1 })
  return last.state === 'frozen'
    ? t('version.frozen', { n: last.number, day: dayCell(last.at) })
    : t('version.open', { n: last.number })
}

const hidden = (list: PeopleList, t: Say): string[] =>
  list.notShown > 0 ? [t('notShown', { n: list.notShown })] : []

/** The name in use, and below it every other spelling: at a border each may be asked for. */
const nameCell = (line: ListLine, t: Say): string =>
  [`${line.name}${line.head ? ` (${t('head')})` : ''}`, ...line.otherNames].join('\n')

const seatsOf = (line: ListLine) =>
  line.legs
    .map(leg => leg.seat ?? '')
    .filter(Boolean)
    .join(', ')

/** Those who are named beside a child for hours of the way, in their order. */
async function besideOf(ctx: Context, operationId: string): Promise<Map<string, string[]>> {
  const rows = await ctx.tx
    .selectFrom('repatriation.care as c')
    .innerJoin('repatriation.lines as l', 'l.id', 'c.line_id')
    .leftJoin('access.accounts as a', 'a.id', 'c.account_id')
    .leftJoin('people.persons as p', 'p.id', 'c.person_id')
    .select(['c.line_id', 'a.name', 'p.label'])
    .where('l.operation_id', '=', operationId)
    .orderBy('c.from_at')
    .execute()
  const all = new Map<string, string[]>()
  for (const row of rows) all.set(row.line_id, [...(all.get(row.line_id) ?? []), row.name ?? row.label ?? ''])
  return all
}

/** A family stays together on paper too; whoever is alone comes after them. */
function groupsOf(list: PeopleList, t: Say, cells: (line: ListLine) => string[]): SheetGroup[] {
  const lines = list.lines.filter(line => isOnList(line.state))
  const families = list.families
    .map(family => ({ head: family.name, of: lines.filter(line => line.familyId === family.id) }))
    .filter(group => group.of.length > 0)
  const alone = lines.filter(line => line.familyId === undefined)
  return [...families, ...(alone.length > 0 ? [{ head: t('alone'), of: alone }] : [])].map(group => ({
    head: group.head,
    rows: group.of.map(cells),
  }))
}
