/** Relations in SQL: rows in, one side's view out. Policies filter underneath; whom a reader may not open has no name. */
import { notFound } from '@kerege/contract/errors'
import { inverseKind, type KinKind } from '@kerege/contract/people/kinship/kinds'
import type { Outsider, Relation, Relative } from '@kerege/contract/people/kinship/schema'
import type { BirthDate, Sex } from '@kerege/contract/people/schema'
import { DomainError } from '@kerege/contract/errors'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'

type Row = Awaited<ReturnType<typeof rowsAmong>>[number]
export type RelationRow = Row

/** What a person of the register shows as somebody's relative. */
export interface Face {
  id: string
  label: string
  sex: Sex
  birth: BirthDate
}

const touching = (tx: Tx, ids: readonly string[]) =>
  tx
    .selectFrom('people.relations as r')
    .selectAll()
    .where(eb =>
      eb.or([
        sql<boolean>`r.person_id = any (${ids}::uuid[])`,
        sql<boolean>`r.other_id = any (${ids}::uuid[])`,
      ]),
    )
    .orderBy('r.created_at')
    .orderBy('r.id')

/** Every relation of which one of these is a side. */
export const rowsAmong = (tx: Tx, ids: readonly string[]) => touching(tx, ids).execute()

export async function lockRow(tx: Tx, personId: string, id: string, basedOn: number | null): Promise<Row> {
  const row = await touching(tx, [personId]).where('r.id', '=', id).forUpdate().executeTakeFirst()
  if (!row) throw notFound()
  if (basedOn !== null && row.version !== basedOn) {
    throw new DomainError('conflict', 'stale-version', { version: row.version })
  }
  return row
}

/** Those of these people who are open to the actor. */
export async function faces(tx: Tx, ids: readonly string[]): Promise<Map<string, Face>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('people.persons')
    .select(['id', 'label', 'sex', 'birth'])
    .where(sql<boolean>`id = any (${ids}::uuid[])`)
    .execute()
  return new Map(
    rows.map(row => [
      row.id,
      { id: row.id, label: row.label, sex: row.sex as Sex, birth: row.birth as BirthDate },
    ]),
  )
}

/** Who stands at the other end, seen from one side; absent when a person there is not open. */
export function relativeOf(row: Row, from: string, open: ReadonlyMap<string, Face>): Relative | undefined {
  switch (row.who) {
    case 'person': {
      const face = open.get((row.other_id === from ? row.person_id : row.other_id) ?? '')
      return face && faceOf(face)
    }
    case 'outside':
      return { who: 'outside', ...(row.outsider as Outsider) }
    case 'unknown':
      return { who: 'unknown', sex: (row.other_sex ?? 'unknown') as Sex }
    default:
      return { who: 'erased', sex: (row.other_sex ?? 'unknown') as Sex }
  }
}

export const faceOf = ({ id, label, sex, birth }: Face): Relative => ({
  who: 'person',
  personId: id,
  label,
  sex,
  birth,
})

/** The columns are written by this slice, checked by the very shapes that they are read as. */
export function relationOf(row: Row, from: string, other: Relative): Relation {
  const kind = row.kind as KinKind
  return {
    id: row.id,
    version: row.version,
    kind: row.other_id === from ? inverseKind(kind) : kind,
    basis: row.basis as Relation['basis'],
    standing: row.standing as Relation['standing'],
    other,
    ...(row.since ? { since: row.since as NonNullable<Relation['since']> } : {}),
    ...(row.until ? { until: row.until as NonNullable<Relation['until']> } : {}),
    ...(row.end_reason ? { endReason: row.end_reason as NonNullable<Relation['endReason']> } : {}),
    evidence: row.evidence as Relation['evidence'],
    ...(row.note === null ? {} : { note: row.note }),
    updatedAt: row.updated_at,
  }
}
