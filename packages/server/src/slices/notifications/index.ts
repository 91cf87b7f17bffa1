/** The door of notifications. Other slices do not call it: they emit an event, and `events.ts` makes notices of it. */
import { sql } from 'kysely'
import type { Tx } from '../../platform/database.ts'
import { rowsMover } from '../../platform/moves.ts'

export { noticeEvents } from './events.ts'
export { notificationJobs } from './mail.ts'
export { notificationHandlers } from './routes.ts'

/** Takes away every notice about persons, whoever was told; for erasure. */
export const eraseNoticesAbout = (tx: Tx, persons: readonly string[]) =>
  sql`select notifications.erase_about(id) from unnest(${persons}::uuid[]) as id`.execute(tx)

/** Notices about one record lead to another, when both are one person. */
export const moveNotices = rowsMover('notifications')
