/** Another day: what the generator left open is due around today again. What people changed or made stays as it is. */
import type pg from 'pg'
import { paperWork } from './paperTables.ts'
import type { DemoNode } from './types.ts'

export async function bringUpToDate(
  client: pg.ClientBase,
  demo: Pick<DemoNode, 'tasks' | 'papers'>,
): Promise<void> {
  await client.query(
    `update tasks.tasks t set due = d.due, anchor = d.due
       from unnest($1::uuid[], $2::date[]) as d (id, due)
      where t.id = d.id and t.state = 'open' and t.version = 1 and t.due <> d.due`,
    [demo.tasks.map(task => task.id), demo.tasks.map(task => task.dueOn)],
  )
  const work = demo.papers.map(paperWork)
  await client.query(
    `update people.papers p set steps = d.steps, due_on = d.due
       from unnest($1::uuid[], $2::jsonb[], $3::date[]) as d (id, steps, due)
      where p.id = d.id and p.version = 1 and p.due_on <> d.due`,
    [work.map(one => one.id), work.map(one => one.steps), work.map(one => one.due)],
  )
}
