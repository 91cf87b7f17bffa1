/** The door of tasks. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { rowsMover } from '../../platform/moves.ts'

export { makeByProgram } from './actions.ts'
export { taskJobs } from './reminders.ts'
export { taskHandlers } from './routes.ts'

/** Takes away all work about a record, whoever owns it; for erasure. */
export const eraseTasksAbout = (tx: Tx, subjectId: string) =>
  sql`select tasks.erase_about(${subjectId}::uuid)`.execute(tx)

/** Work about one record becomes work about another, when both are one person; `only` names what goes back again. */
export const moveTasks = rowsMover('tasks')
