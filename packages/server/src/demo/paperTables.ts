/** Invented papers as rows. Where each stands, the database derives from its transitions, as for real ones. */
import { dueDay } from '@kerege/contract/people/papers/rules'
import type pg from 'pg'
import { copyRows } from './copy.ts'
import type { DemoPaper } from './types.ts'

/** What has to be done about a paper, and until when. */
export const paperWork = ({ id, steps }: DemoPaper) => ({
  id,
  steps: JSON.stringify(steps),
  due: dueDay(steps, undefined) ?? null,
})

/** In one transaction: a paper without its first transition is refused at the commit. */
export async function copyPapers(client: pg.ClientBase, papers: readonly DemoPaper[]): Promise<void> {
  await copyRows(
    client,
    'people.papers',
    [
      'id',
      'person_id',
      'fact',
      'paper',
      'pathway',
      'office',
      'steps',
      'evidence',
      'blocks',
      'due_on',
      'responsible_id',
      'created_at',
      'updated_at',
    ],
    papers.map(paper => [
      paper.id,
      paper.personId,
      paper.fact,
      paper.paper,
      paper.pathway,
      paper.office,
      paperWork(paper).steps,
      JSON.stringify(paper.evidence),
      paper.blocks,
      paperWork(paper).due,
      paper.accountId,
      paper.createdAt,
      paper.moves.at(-1)?.at ?? paper.createdAt,
    ]),
  )
  await copyRows(
    client,
    'people.paper_transitions',
    [
      'id',
      'paper_id',
      'person_id',
      'number',
      'from_state',
      'to_state',
      'on_day',
      'at',
      'account_id',
      'reason',
    ],
    papers.flatMap(paper =>
      paper.moves.map((move, at) => [
        move.id,
        paper.id,
        paper.personId,
        at + 1,
        move.from,
        move.to,
        move.on,
        move.at,
        paper.accountId,
        move.reason,
      ]),
    ),
  )
}
