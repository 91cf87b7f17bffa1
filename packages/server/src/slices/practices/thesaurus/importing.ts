/** A thesaurus from a file: looked at first, then taken in as one step that is what was shown. */
import { compareThesauri } from '@kerege/contract/analysis/thesaurus/compare'
import { type Concept, preferredLabel } from '@kerege/contract/analysis/thesaurus/concepts'
import { judge } from '@kerege/contract/analysis/thesaurus/reading/judge'
import { DomainError } from '@kerege/contract/errors'
import { mostItemBytes } from '@kerege/contract/exchange/feed'
import type * as routes from '@kerege/contract/practices/thesaurus/routes'
import type { ThesaurusReport } from '@kerege/contract/practices/thesaurus/schema'
import type { Parsed } from '@kerege/contract/route'
import { createHash } from 'node:crypto'
import type { Context } from '../../../platform/context.ts'
import { readThesaurus } from '../../../platform/thesaurusFile.ts'
import { currentThesaurus } from './current.ts'
import { givenThesaurus } from './given.ts'
import { lockThesaurus, usesOf, writeStep } from './steps.ts'

interface Plan {
  report: ThesaurusReport
  added: readonly Concept[]
  changed: readonly Concept[]
  removed: readonly Concept[]
}

type File = Parsed<typeof routes.previewThesaurus>['body']

export const preview = async (ctx: Context, file: File): Promise<ThesaurusReport> =>
  (await planFor(ctx, file)).report

/** @throws DomainError `import-changed`, `thesaurus-has-faults` */
export async function take(
  ctx: Context,
  { seen, reason, ...file }: Parsed<typeof routes.takeThesaurus>['body'],
): Promise<ThesaurusReport> {
  await lockThesaurus(ctx)
  const { report, added, changed, removed } = await planFor(ctx, file)
  if (report.seen !== seen) throw new DomainError('conflict', 'import-changed')
  if (report.faults.length > 0) throw new DomainError('conflict', 'thesaurus-has-faults')
  if (added.length + changed.length + removed.length > 0) {
    await writeStep(ctx, {
      kind: 'import',
      reason,
      changes: [
        ...[...added, ...changed].map(to => ({ id: to.id, to })),
        ...removed.map(one => ({ id: one.id, removed: one })),
      ],
      added: added.length,
      changed: changed.length,
      removed: removed.length,
    })
  }
  return report
}

async function planFor(ctx: Context, { text, whole }: File): Promise<Plan> {
  const { analyser, version } = await currentThesaurus(ctx.tx)
  const { form, said } = readThesaurus(text)
  const missing = analyser.concepts.filter(({ id }) => !said.entries.some(entry => entry.id === id))
  const stay = whole ? above(missing, new Set((await usesOf(ctx)).keys())) : missing
  const judged = judge(said, stay)
  const { added, changed, same } = compareThesauri(analyser.concepts, judged.concepts)
  const removed = missing.filter(one => !stay.includes(one))
  const faults = [...judged.faults]
  if (tooLarge([...stay, ...judged.concepts]))
    faults.push({ code: 'too-large-together', line: 1, column: 1, word: '' })
  const named = (all: readonly Concept[]) =>
    all.map(one => ({ id: one.id, label: preferredLabel(one, ctx.actor.language) }))
  const report = {
    form,
    read: judged.concepts.length,
    added: named(added),
    changed: named(changed),
    removed: named(removed),
    kept: whole ? named(stay) : [],
    same,
    faults,
    notes: [...judged.notes],
    moreRemarks: judged.more,
  }
  const digest = createHash('sha256')
    .update(JSON.stringify([version, added, changed, removed.map(({ id }) => id)]))
    .digest('base64url')
  return { report: { ...report, seen: digest }, added, changed, removed }
}

/** What practices have, and all that stands above it. */
function above(concepts: readonly Concept[], used: ReadonlySet<string>): Concept[] {
  const byId = new Map(concepts.map(one => [one.id, one]))
  const stay = new Set<Concept>()
  for (const start of concepts.filter(({ id }) => used.has(id))) {
    for (let at: Concept | undefined = start; at && !stay.has(at); at = byId.get(at.broader ?? ''))
      stay.add(at)
  }
  return [...stay]
}

/** It travels to the nodes as one line of the feed. */
const tooLarge = (concepts: readonly Concept[]) =>
  Buffer.byteLength(JSON.stringify(givenThesaurus(concepts))) > mostItemBytes - 10_000
