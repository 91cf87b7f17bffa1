/** Requests for information in the tables. Who asks and who is asked reads all; other members find what may be used again. */
import { languageOfText, type Query, readQuery } from '@kerege/contract/analysis/analyse'
import type { Analyser, Group } from '@kerege/contract/analysis/thesaurus/expand'
import type { Language, MultiText } from '@kerege/contract/common'
import { requestStanding, type TurnKind } from '@kerege/contract/council/requests/rules'
import type {
  InfoRequest,
  RequestFilter,
  RequestRow,
  RequestTurn,
} from '@kerege/contract/council/requests/schema'
import type { Domain } from '@kerege/contract/domains'
import { notFound } from '@kerege/contract/errors'
import { keysToMark, marked } from '@kerege/contract/practices/finding/marking'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { openCursor, pageOf } from '../../../platform/cursor.ts'
import type { Tx } from '../../../platform/database.ts'
import { today } from '../../../platform/localDay.ts'
import { byIds, type FoundDocument, toRow as documentRow } from '../documents/store.ts'
import { focalOf } from '../focalPoints/store.ts'
import { questionOf } from '../../../platform/vectors.ts'
import { currentAnalyser } from '../../practices/index.ts'
import { partyNames } from '../parties.ts'

const asked = sql<number>`(select count(*)::int from council.request_addressees a where a.request_id = r.id)`
const answered = sql<number>`(select count(a.answered_at)::int from council.request_addressees a where a.request_id = r.id)`
/** Asked of one of the reader's parties that has not answered. */
const waits = sql<boolean>`(r.state = 'open' and exists (select 1 from council.request_addressees a
  where a.request_id = r.id and a.answered_at is null and a.party_id in (select council.my_focal_parties())))`

const selected = (tx: Tx) =>
  tx
    .selectFrom('council.requests as r')
    .selectAll('r')
    .select([asked.as('asked'), answered.as('answered'), waits.as('waits')])
export type FoundRequest = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>
type Names = Awaited<ReturnType<typeof partyNames>>

function toRow(row: FoundRequest, names: Names, day: string): RequestRow[] {
  const party = names.get(row.party_id)
  if (!party) return []
  return [
    {
      id: row.id,
      version: row.version,
      party,
      title: row.title as MultiText,
      domains: row.domains as Domain[],
      due: row.due,
      toAll: row.to_all,
      asked: row.asked,
      answered: row.answered,
      standing: requestStanding(
        {
          withdrawn: row.state === 'withdrawn',
          due: row.due,
          answered: [row.asked === row.answered],
        },
        day,
      ),
      waitsForUs: row.waits,
      at: row.created_at,
    },
  ]
}

const standings = (day: string) => ({
  withdrawn: sql<boolean>`r.state = 'withdrawn'`,
  answered: sql<boolean>`r.state = 'open' and ${asked} = ${answered}`,
  late: sql<boolean>`r.state = 'open' and ${asked} > ${answered} and r.due < ${day}::date`,
  waiting: sql<boolean>`r.state = 'open' and ${asked} > ${answered} and r.due >= ${day}::date`,
})

export async function list(ctx: Context, filter: RequestFilter) {
  const after = openCursor(ctx.node.keys.cursors, 'requests', filter.cursor)
  // What is only found for its answers stands in the search, not among one's own work.
  let query = selected(ctx.tx).where(sql<boolean>`council.in_request(r.id)`)
  if (filter.side === 'by-us') {
    query = query.where(sql<boolean>`r.party_id in (select council.my_focal_parties())`)
  }
  if (filter.side === 'of-us') {
    query = query.where(sql<boolean>`exists (select 1 from council.request_addressees a
      where a.request_id = r.id and a.party_id in (select council.my_focal_parties()))`)
  }
  if (filter.standing) query = query.where(standings(today(ctx))[filter.standing])
  const { domain } = filter
  if (domain) {
    query = query.where(sql<boolean>`(cardinality(r.domains) = 0 or ${domain} = any (r.domains))`)
  }
  if (after)
    query = query.where(sql<boolean>`(r.created_at, r.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`)
  const found = await query
    .orderBy('r.created_at', 'desc')
    .orderBy('r.id', 'desc')
    .limit(filter.limit + 1)
    .execute()
  const { shown, next } = pageOf(ctx.node.keys.cursors, 'requests', { found, limit: filter.limit }, last => [
    last.created_at,
    last.id,
  ])
  const names = await partyNames(ctx.tx)
  ctx.trail.shown(shown.map(row => row.id))
  return {
    rows: shown.flatMap(row => toRow(row, names, today(ctx))),
    ...next,
  }
}

export async function count(ctx: Context) {
  const { party, hindrance } = await focalOf(ctx)
  const { n } = await ctx.tx
    .selectFrom('council.requests as r')
    .select(eb => eb.fn.countAll<number>().as('n'))
    .where(waits)
    .executeTakeFirstOrThrow()
  return { waiting: n, ...(party ? { party } : {}), ...(hindrance === null ? {} : { hindrance }) }
}

export const find = (tx: Tx, id: string): Promise<FoundRequest | undefined> =>
  selected(tx).where('r.id', '=', id).executeTakeFirst()

export async function get(tx: Tx, id: string): Promise<FoundRequest> {
  const row = await find(tx, id)
  if (!row) throw notFound()
  return row
}

export async function whole(ctx: Context, id: string): Promise<InfoRequest> {
  const found = await get(ctx.tx, id)
  const names = await partyNames(ctx.tx)
  const [row] = toRow(found, names, today(ctx))
  if (!row) throw notFound()
  const addressees = await ctx.tx
    .selectFrom('council.request_addressees as a')
    .innerJoin('council.parties as p', 'p.id', 'a.party_id')
    .select(['a.party_id', 'a.answered_at'])
    .where('a.request_id', '=', id)
    .orderBy('p.code')
    .execute()
  const focal = await focalOf(ctx)
  const mine = focal.hindrance === null ? focal.party?.id : undefined
  const open = found.state === 'open'
  const isAsked = addressees.some(one => one.party_id === mine)
  ctx.trail.shown([id])
  return {
    ...row,
    question: found.question as MultiText,
    ...(found.reason === null ? {} : { reason: found.reason }),
    addressees: addressees.flatMap(one => {
      const party = names.get(one.party_id)
      return party ? [{ party, ...(one.answered_at === null ? {} : { answeredAt: one.answered_at }) }] : []
    }),
    turns: await turnsOf(ctx.tx, id, names),
    ...(await linkedOf(ctx.tx, found, names)),
    may: {
      answer: open && isAsked,
      clarify: open && (isAsked || mine === found.party_id),
      change: open && mine === found.party_id,
    },
  }
}

/** Through the policies: who sees neither the earlier nor the later one sees no link to it. */
async function linkedOf(
  tx: Tx,
  { id, after_id: afterId }: FoundRequest,
  names: Names,
): Promise<Pick<InfoRequest, 'after' | 'again'>> {
  const rows = await tx
    .selectFrom('council.requests')
    .select(['id', 'title', 'party_id', 'created_at'])
    .where(eb => eb.or([eb('after_id', '=', id), eb('id', '=', afterId)]))
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  const linked = rows.flatMap(row => {
    const party = names.get(row.party_id)
    return party ? [{ id: row.id, title: row.title as MultiText, party, at: row.created_at }] : []
  })
  const after = linked.find(one => one.id === afterId)
  return { ...(after ? { after } : {}), again: linked.filter(one => one.id !== afterId) }
}

async function turnsOf(tx: Tx, requestId: string, names: Names): Promise<RequestTurn[]> {
  const rows = await tx
    .selectFrom('council.request_turns as t')
    .innerJoin('access.accounts as a', 'a.id', 't.account_id')
    .selectAll('t')
    .select('a.name')
    .where('t.request_id', '=', requestId)
    .orderBy('t.at')
    .orderBy('t.id')
    .execute()
  const papers = await papersOf(
    tx,
    rows.map(row => row.id),
  )
  return rows.flatMap((row): RequestTurn[] => {
    const party = names.get(row.party_id)
    if (!party) return []
    return [
      {
        id: row.id,
        kind: row.kind as TurnKind,
        party,
        by: row.name,
        at: row.at,
        language: row.language as Language,
        words: row.words,
        reusable: row.reusable,
        papers: papers.filter(one => one.turnId === row.id).map(({ turnId: _, ...paper }) => paper),
      },
    ]
  })
}

/** Documents that the reader may see; a restricted one shows to members only. */
async function papersOf(tx: Tx, turnIds: readonly string[]) {
  if (turnIds.length === 0) return []
  const links = await tx
    .selectFrom('council.request_papers')
    .select(['turn_id', 'document_id'])
    .where('turn_id', 'in', [...turnIds])
    .orderBy('document_id')
    .execute()
  if (links.length === 0) return []
  const found = await byIds(
    tx,
    links.map(link => link.document_id),
  )
  const papers = new Map(found.map(row => [row.id, toPaper(row)]))
  return links.flatMap(({ turn_id: turnId, document_id: id }) => {
    const paper = papers.get(id)
    return paper ? [{ turnId, ...paper }] : []
  })
}

const toPaper = (row: FoundDocument) => {
  const { id, symbol, title } = documentRow(row)
  return { id, ...(symbol === undefined ? {} : { symbol }), title }
}

/** In the language that was told or that it is written in, as more of it is found. */
function marksIn(analyser: Analyser, words: string, told: Language, asked: Query, groups: readonly Group[]) {
  const [one = [], other = []] = [told, languageOfText(words, undefined)].map(
    language => marked(words, language, keysToMark(analyser, asked, groups, language)).marks,
  )
  return other.length > one.length ? other : one
}

const mostFound = 40

/** By all words, each by what it means or from its beginning, whatever the script; the newest first. */
export async function findAnswers(ctx: Context, query: string) {
  const analyser = await currentAnalyser(ctx.tx)
  const { rows: hits } = await sql<{ id: string }>`
    select id from council.answers_found(${query}, ${questionOf(analyser, query)}, ${mostFound}::int)`.execute(
    ctx.tx,
  )
  // Read again through the policies.
  const ids = hits.map(({ id }) => id)
  const rows = await ctx.tx
    .selectFrom('council.request_turns as t')
    .innerJoin('council.requests as r', 'r.id', 't.request_id')
    .select(['t.id', 't.party_id', 't.at', 't.language', 't.words', 'r.title', 'r.domains'])
    .select('r.id as request_id')
    .where('t.reusable', '=', true)
    .where(sql<boolean>`t.id = any (${ids}::uuid[])`)
    .orderBy('t.at', 'desc')
    .orderBy('t.id')
    .execute()
  const names = await partyNames(ctx.tx)
  const asked = readQuery(query)
  const groups = analyser.conceptsOf(asked)
  ctx.trail.shown(rows.map(row => row.request_id))
  return {
    rows: rows.flatMap(row => {
      const party = names.get(row.party_id)
      if (!party) return []
      return [
        {
          id: row.id,
          requestId: row.request_id,
          title: row.title as MultiText,
          domains: row.domains as Domain[],
          party,
          at: row.at,
          language: row.language as Language,
          words: row.words,
          marks: marksIn(analyser, row.words, row.language as Language, asked, groups),
        },
      ]
    }),
  }
}
