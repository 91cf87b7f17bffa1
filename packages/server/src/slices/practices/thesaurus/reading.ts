/** The thesaurus for those who keep it: a list that is searched by any word, one concept with where it is used, and its steps. */
import { type Concept, stateOf } from '@kerege/contract/analysis/thesaurus/concepts'
import { languages } from '@kerege/contract/common'
import { notFound } from '@kerege/contract/errors'
import type * as routes from '@kerege/contract/practices/thesaurus/routes'
import type * as s from '@kerege/contract/practices/thesaurus/schema'
import type { Output, Parsed } from '@kerege/contract/route'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { practiceRefs } from '../refs.ts'
import { currentAnalyser, currentThesaurus, ownRows } from './current.ts'
import { versionOf } from './editing.ts'
import { lastStanding, usesOf } from './steps.ts'

export async function list(
  ctx: Context,
  { search, unsure, own }: Parsed<typeof routes.listConcepts>['query'],
): Promise<Output<typeof routes.listConcepts>> {
  const { concepts } = await currentAnalyser(ctx.tx)
  const [uses, rows] = [await usesOf(ctx), await ownRows(ctx.tx)]
  const changed = new Set(rows.map(row => row.code))
  const typed = search?.normalize('NFC').trim().toLowerCase() ?? ''
  const wanted = concepts.filter(
    concept =>
      (typed === '' ||
        concept.id.includes(typed) ||
        Object.values(concept.labels)
          .flat()
          .some(one => one.toLowerCase().includes(typed))) &&
      (!unsure || unsureOf(concept).includes(unsure)) &&
      (own === undefined || changed.has(concept.id) === own),
  )
  ctx.trail.counted('concepts', wanted.length)
  return {
    rows: wanted.map(concept => ({
      id: concept.id,
      labels: Object.fromEntries(
        languages.flatMap(one => {
          const [label] = concept.labels[one]
          return label === undefined ? [] : [[one, label]]
        }),
      ),
      ...(concept.broader === undefined ? {} : { broader: concept.broader }),
      uses: uses.get(concept.id) ?? 0,
      unsure: unsureOf(concept),
      own: changed.has(concept.id),
    })),
    total: wanted.length,
  }
}

const unsureOf = (concept: Concept) =>
  languages.filter(one => concept.labels[one].length === 0 || stateOf(concept, one) !== 'checked')

const usedInAtMost = 20

export async function one(ctx: Context, id: string): Promise<Output<typeof routes.getConcept>> {
  const { byId, concepts } = await currentAnalyser(ctx.tx)
  const concept = byId.get(id)
  if (!concept) throw notFound()
  // Through the policies: what the moderator may not open is counted and not named.
  const found = await sql<{ id: string }>`
    select p.id from practices.practices p join practices.editions e on e.id = p.edition_id
    where e.content #> '{facts,themes}' ? ${id} order by p.number limit ${usedInAtMost}`.execute(ctx.tx)
  const refs = await practiceRefs(
    ctx.tx,
    found.rows.map(row => row.id),
  )
  ctx.trail.shown(refs.keys())
  return {
    id,
    version: await versionOf(ctx, id),
    label: Object.fromEntries(
      languages.flatMap(one => {
        const [text] = concept.labels[one]
        return text === undefined ? [] : [[one, { text, state: stateOf(concept, one) }]]
      }),
    ),
    alternatives: Object.fromEntries(
      languages.flatMap(one => {
        const [, ...others] = concept.labels[one]
        return others.length === 0 ? [] : [[one, others]]
      }),
    ),
    ...(concept.broader === undefined ? {} : { broader: concept.broader }),
    related: [...(concept.related ?? [])],
    uses: (await usesOf(ctx)).get(id) ?? 0,
    usedIn: [...refs.values()],
    narrower: concepts.filter(other => other.broader === id).map(other => other.id),
  }
}

const stepsShown = 30
const conceptsNamed = 5

export async function state(ctx: Context): Promise<s.ThesaurusState> {
  const { analyser, version, analysis } = await currentThesaurus(ctx.tx)
  const steps = await ctx.tx
    .selectFrom('practices.thesaurus_steps as s')
    .leftJoin('access.accounts as a', 'a.id', 's.account_id')
    .select([
      's.id',
      's.number',
      's.kind',
      's.reason',
      's.at',
      's.added',
      's.changed',
      's.removed',
      's.undone_at',
      sql<
        string[]
      >`array(select b ->> 'code' from jsonb_array_elements(s.before) b limit ${conceptsNamed})`.as(
        'concepts',
      ),
      'a.name',
    ])
    .orderBy('s.number', 'desc')
    .limit(stepsShown)
    .execute()
  const { rows } = await sql<{ whole: number; done: number }>`
    select whole, done from practices.index_progress(${analysis}::int)`.execute(ctx.tx)
  const last = await lastStanding(ctx)
  ctx.trail.counted('steps', steps.length)
  return {
    version,
    concepts: analyser.concepts.length,
    steps: steps.map(
      ({ id, number, kind, reason, at, added, changed, removed, undone_at, concepts, name }) => ({
        id,
        number,
        kind: kind as s.ThesaurusState['steps'][number]['kind'],
        ...(reason === null ? {} : { reason }),
        by: name ?? '',
        at,
        concepts,
        added,
        changed,
        removed,
        undone: undone_at !== null,
      }),
    ),
    ...(last ? { last } : {}),
    index: rows[0] ?? { whole: 0, done: 0 },
  }
}
