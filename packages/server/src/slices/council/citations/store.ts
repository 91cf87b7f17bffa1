/** Citations in the tables. Read where both ends may be read; the practice itself is told by its own slice. */
import type { MultiText } from '@kerege/contract/common'
import type { Citation, Citing, CitingKind } from '@kerege/contract/council/citations/schema'
import { sql } from 'kysely'
import type { Tx } from '../../../platform/database.ts'
import { practiceRefs } from '../../practices/index.ts'

export const columnOf = {
  decision: 'decision_id',
  action: 'action_id',
  document: 'document_id',
  session: 'session_id',
  indicator: 'indicator_id',
} as const satisfies Record<CitingKind, string>

const documentTitle = sql`(select jsonb_object_agg(t.language, jsonb_build_object('text', t.title,
  'state', case when t.stale then 'stale' else t.state end)) from council.document_languages t where t.document_id = o.id)`

const selected = (tx: Tx) =>
  tx
    .selectFrom('council.practice_links as l')
    .leftJoin('council.decisions as d', 'd.id', 'l.decision_id')
    .leftJoin('council.decision_texts as x', join =>
      join.onRef('x.decision_id', '=', 'd.id').onRef('x.number', '=', 'd.text_number'),
    )
    .leftJoin('council.actions as a', 'a.id', 'l.action_id')
    .leftJoin('council.documents as o', 'o.id', 'l.document_id')
    .leftJoin('council.sessions as s', 's.id', 'l.session_id')
    .leftJoin('council.indicators as i', 'i.id', 'l.indicator_id')
    .select(['l.id', 'l.practice_id', 'l.part', 'l.at'])
    .select(['l.decision_id', 'l.action_id', 'l.document_id', 'l.session_id', 'l.indicator_id'])
    .select(sql<MultiText | null>`coalesce(x.title, a.title, s.title, i.title, ${documentTitle})`.as('title'))
    .select(sql<string | null>`coalesce(d.symbol, o.symbol, s.symbol, i.code)`.as('symbol'))
    .where('l.removed', '=', false)
    .orderBy('l.at')
    .orderBy('l.id')
type Found = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

function sourceOf(row: Found): Citing | undefined {
  for (const kind of Object.keys(columnOf) as CitingKind[]) {
    const id = row[columnOf[kind]]
    if (id !== null) return { kind, id }
  }
  return undefined
}

async function toCitations(tx: Tx, rows: readonly Found[]): Promise<Citation[]> {
  const refs = await practiceRefs(
    tx,
    rows.map(row => row.practice_id),
  )
  return rows.flatMap((row): Citation[] => {
    const [practice, source] = [refs.get(row.practice_id), sourceOf(row)]
    if (!practice || !source || row.title === null) return []
    return [
      {
        id: row.id,
        practice,
        source: { ...source, title: row.title, ...(row.symbol === null ? {} : { symbol: row.symbol }) },
        ...(row.part === null ? {} : { part: row.part }),
        at: row.at,
      },
    ]
  })
}

export const ofPractice = async (tx: Tx, practiceId: string): Promise<Citation[]> =>
  toCitations(tx, await selected(tx).where('l.practice_id', '=', practiceId).limit(200).execute())

export const inSource = async (tx: Tx, { kind, id }: Citing): Promise<Citation[]> =>
  toCitations(tx, await selected(tx).where(`l.${columnOf[kind]}`, '=', id).limit(200).execute())
