/**
 * Finding people: the database gives candidates below the policy, what is open of them is read through it, and the
 * library of names compares and says why. It proposes an order of rows; it decides nothing.
 */
import { foldName, nameCache, preparePerson } from '@kerege/contract/names/index'
import { birthRange, birthText } from '@kerege/contract/people/rules'
import type { FoundPerson, PersonSketch, UnderstoodQuery } from '@kerege/contract/people/schema'
import { sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { turns } from '../../platform/turns.ts'
import { read as duplicateSettings } from './duplicates/settings.ts'
import { candidatesOf, sharingOf } from './candidates.ts'
import * as likeness from './likeness.ts'
import { type Query, readQuery } from './query.ts'
import * as store from './store.ts'
import { nameWords } from './words.ts'

/** Compared with a query or a sketch at least; of a frequent name more would be alike in every word. */
const mostCompared = 24
/** Below this, two names have next to nothing in common. */
const leastScore = 0.12

export async function search(
  ctx: Context,
  text: string,
  limit: number,
): Promise<{ rows: FoundPerson[]; understood: UnderstoodQuery }> {
  const query = readQuery(text)
  const { hits, counts } = await find(ctx, query, Math.max(limit, mostCompared))
  const kinds = new Map(hits.map(hit => [hit.id, hit.kind]))
  const candidates = await store.likenessRows(ctx.tx, [...kinds.keys()])
  const { understood } = query
  if (query.name === '') {
    const found = candidates
      .slice(0, limit)
      .map(row => likeness.numberFound(row, kinds.get(row.id) ?? 'name'))
    return { rows: await likeness.shown(ctx.tx, found), understood }
  }
  const frequencies = likeness.asFrequencies(counts)
  const words = nameCache()
  const asked = preparePerson(
    { name: query.name, ...(query.birth ? { birthDate: birthText(query.birth) } : {}) },
    frequencies,
    words,
  )
  const typed = foldName(query.name).split(' ').filter(Boolean)
  const by = { frequencies, birth: query.birth !== undefined, sex: false, words }
  const found = candidates.map(row => likeness.withBeginnings(typed, likeness.nearest(asked, row, by)))
  return { rows: await likeness.shown(ctx.tx, likeness.best(found, leastScore, limit)), understood }
}

interface Hits {
  /** In the order in which they are likely. */
  hits: { id: string; kind: likeness.Matched }[]
  counts: likeness.Counted[]
}

/** Both in one question: each takes its turn at the database, and somebody is typing. */
async function find(ctx: Context, { words, keys, initials, birth }: Query, most: number): Promise<Hits> {
  const born = birth ? birthRange(birth) : null
  const { rows } = await sql<Hits>`
    select coalesce((select jsonb_agg(jsonb_build_object('id', f.person_id, 'kind', f.kind) order by f.place)
      from people.find(${words}::text[], ${keys}::text[], ${initials}::text[], ${born?.from ?? null}::date, ${born?.to ?? null}::date,
        ${most}::int) with ordinality as f (person_id, weight, kind, place)), '[]') as hits,
    coalesce((select jsonb_agg(to_jsonb(c)) from people.counts_of(${likeness.single(keys)}::text[]) c), '[]') as counts`.execute(
    ctx.tx,
  )
  return rows[0] ?? { hits: [], counts: [] }
}

/** Who on the register looks like somebody who is about to be registered. */
export async function lookAlikes(ctx: Context, sketch: PersonSketch): Promise<FoundPerson[]> {
  const [found = []] = await lookAlikesOf(ctx, [{ sketch }])
  return found
}

export interface Asked {
  sketch: PersonSketch
  /** Compared with these alone, who were found before. */
  among?: readonly string[]
}

/** The same for many at once, each question answered by itself. */
export async function lookAlikesOf(ctx: Context, all: readonly Asked[]): Promise<FoundPerson[][]> {
  const questions = []
  for (const { sketch, among } of all) questions.push(await questionOf(ctx, sketch, among))
  const ids = [...new Set(questions.flatMap(one => one.ids))]
  const open = await store.likenessRows(ctx.tx, ids)
  // Of relatives nothing is said where none was named.
  const rows = questions.some(one => one.kin.length > 0) ? await store.withKinNames(ctx.tx, open) : open
  const byId = new Map(rows.map(row => [row.id, row]))
  const frequencies = await likeness.frequenciesOf(ctx.tx, [...new Set(questions.flatMap(one => one.keys))])
  const { warn } = await duplicateSettings(ctx)
  const by = { frequencies, birth: true, sex: true, words: nameCache(), ready: new Map() }
  const turn = turns()
  const best: likeness.Found[][] = []
  for (const { sketch, kin, ids } of questions) {
    const { birth, sex, area } = sketch
    const asked = sketch.names.map(({ family, given, patronymic }) =>
      preparePerson(
        { family, given, patronymic, birthDate: birth && birthText(birth), sex, area, kin },
        frequencies,
        by.words,
      ),
    )
    const found: likeness.Found[] = []
    for (const id of ids) {
      const row = byId.get(id)
      if (row) found.push(asked.map(one => likeness.nearest(one, row, by)).reduce(likeness.better))
      await turn()
    }
    best.push(likeness.best(found, warn, sketch.limit))
  }
  const shown = await likeness.shown(ctx.tx, best.flat())
  const each: FoundPerson[][] = []
  let from = 0
  for (const { length } of best) {
    each.push(shown.slice(from, from + length))
    from += length
  }
  return each
}

/**
 * Who may be those who are sketched, each asked by itself in one question for all, by whole sounds of the name and the birth: how the
 * register compares itself. Slips within a sound are not looked for, which costs more than all the rest; for whoever compares a list.
 */
export function sharingWith(ctx: Context, sketches: readonly PersonSketch[]): Promise<string[][]> {
  return sharingOf(
    ctx.tx,
    sketches.map(({ names, birth }) => ({ keys: tokensOf(names).keys, birth })),
    mostCompared,
  )
}

function tokensOf(names: PersonSketch['names']) {
  const words = nameWords(names.map(({ family, given, patronymic }) => ({ family, given, patronymic })))
  const tokens = (kind: 'name' | 'key') => words.filter(one => one.kind === kind).map(one => one.token)
  return { names: tokens('name').slice(0, 12), keys: tokens('key').slice(0, 48) }
}

async function questionOf(ctx: Context, sketch: PersonSketch, among: readonly string[] | undefined) {
  const { keys, names } = tokensOf(sketch.names)
  const kin = [
    ...(sketch.mother ? [{ relation: 'mother', name: sketch.mother }] : []),
    ...(sketch.father ? [{ relation: 'father', name: sketch.father }] : []),
    ...(sketch.childOf ? await store.parentsIn(ctx.tx, sketch.childOf) : []),
  ]
  if (among) return { sketch, keys, kin, ids: [...among] }
  const near = await sql<{ person_id: string }>`
    select person_id from people.find(${names}::text[], ${keys}::text[], '{}', null, null, ${mostCompared}::int)`.execute(
    ctx.tx,
  )
  const sharing = await candidatesOf(ctx.tx, { keys, birth: sketch.birth }, mostCompared)
  return { sketch, keys, kin, ids: [...new Set([...near.rows.map(row => row.person_id), ...sharing])] }
}
