/** One concept at a time: adding, changing and taking out. */
import type { Concept } from '@kerege/contract/analysis/thesaurus/concepts'
import { inCircle, uzbekInLatin } from '@kerege/contract/analysis/thesaurus/reading/judge'
import { mostConcepts } from '@kerege/contract/analysis/thesaurus/reading/entry'
import { type Language, languages } from '@kerege/contract/common'
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import type { ChangeConcept } from '@kerege/contract/practices/thesaurus/schema'
import type { Context } from '../../../platform/context.ts'
import { requireVersion } from '../version.ts'
import { currentAnalyser, ownRows } from './current.ts'
import { lockThesaurus, usesOf, writeStep } from './steps.ts'

export async function add(ctx: Context, { id, ...content }: ChangeConcept & { id: string }): Promise<void> {
  await lockThesaurus(ctx)
  const { concepts, byId } = await currentAnalyser(ctx.tx)
  if (byId.has(id)) throw invalid([{ pointer: '/id', code: 'concept-there' }])
  if (concepts.length >= mostConcepts) throw invalid([{ pointer: '/id', code: 'too-many' }])
  const concept = toConcept(id, content)
  requirePlace(concepts, concept)
  await writeStep(ctx, { kind: 'edit', changes: [{ id, to: concept }], added: 1, changed: 0, removed: 0 })
}

/** @throws DomainError `stale-version` */
export async function change(ctx: Context, id: string, content: ChangeConcept): Promise<void> {
  await lockThesaurus(ctx)
  const { concepts, byId } = await currentAnalyser(ctx.tx)
  if (!byId.has(id)) throw notFound()
  requireVersion(ctx, await versionOf(ctx, id))
  const concept = toConcept(id, content)
  requirePlace(concepts, concept)
  await writeStep(ctx, { kind: 'edit', changes: [{ id, to: concept }], added: 0, changed: 1, removed: 0 })
}

/** @throws DomainError `concept-in-use`, `concept-has-narrower` */
export async function remove(ctx: Context, id: string, reason: string): Promise<void> {
  await lockThesaurus(ctx)
  const { concepts, byId } = await currentAnalyser(ctx.tx)
  const concept = byId.get(id)
  if (!concept) throw notFound()
  if ((await usesOf(ctx)).has(id)) throw new DomainError('conflict', 'concept-in-use', { concept: id })
  if (concepts.some(one => one.broader === id)) throw new DomainError('conflict', 'concept-has-narrower')
  await writeStep(ctx, {
    kind: 'removal',
    reason,
    changes: [{ id, removed: concept }],
    added: 0,
    changed: 0,
    removed: 1,
  })
}

/** Of what stands here; 0 where it is as the program brings it. */
export const versionOf = async (ctx: Context, id: string): Promise<number> =>
  (await ownRows(ctx.tx)).find(row => row.code === id)?.version ?? 0

function toConcept(id: string, { label, alternatives, broader, related }: ChangeConcept): Concept {
  const kept = (language: Language, text: string) => (language === 'uz' ? uzbekInLatin(text) : text)
  return {
    id,
    ...(broader === undefined ? {} : { broader }),
    ...(related.length === 0 ? {} : { related: [...new Set(related)].sort() }),
    labels: Object.fromEntries(
      languages.map(one => {
        const first = label[one]
        const all = [...(first ? [first.text] : []), ...(alternatives[one] ?? [])]
        return [one, [...new Set(all.map(text => kept(one, text)))]]
      }),
    ) as Record<Language, string[]>, // one for each language
    states: Object.fromEntries(
      languages.flatMap(one => {
        const first = label[one]
        return first ? [[one, first.state]] : []
      }),
    ),
  }
}

function requirePlace(concepts: readonly Concept[], concept: Concept) {
  const others = concepts.filter(({ id }) => id !== concept.id)
  const ids = new Set(others.map(({ id }) => id))
  const faults: Fault[] = []
  if (concept.broader !== undefined && !ids.has(concept.broader))
    faults.push({ pointer: '/broader', code: 'not-found' })
  else if (inCircle([...others, concept]).includes(concept.id))
    faults.push({ pointer: '/broader', code: 'circle' })
  if (concept.related?.some(id => !ids.has(id))) faults.push({ pointer: '/related', code: 'not-found' })
  if (faults.length > 0) throw invalid(faults)
}
