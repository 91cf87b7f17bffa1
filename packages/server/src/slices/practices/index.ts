/**
 * The door of the practices library. The hub alone has it; it knows no persons, no cases and no Council. When a practice is
 * retracted, the event `practices.retracted` names it.
 */
export { certificatePage } from './trainings/after/certificatePage.ts'
import type { Node } from '../../platform/context.ts'
import type { ExportSource } from '../../platform/exports/source.ts'
import type { AnyHandler } from '../../platform/handler.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { practitionersExport } from './people/export.ts'
import { directoryHandlers } from './people/handlers.ts'
import { directoryJobs } from './people/reminders.ts'
import { questionHandlers } from './questions/handlers.ts'
import { wordJobs } from './questions/words.ts'
import { recordHandlers } from './record/handlers.ts'
import { practicesExport } from './record/takingOut.ts'
import { replyJobs } from './replies/mail.ts'
import { reviewJobs } from './review/clock.ts'
import { reviewHandlers } from './review/handlers.ts'
import { rosterHandlers } from './roster/handlers.ts'
import { trainingJobs } from './trainings/after/followUpClock.ts'
import { trainingHandlers } from './trainings/handlers.ts'
import { gapsExport } from './trainings/needs/takingOut.ts'

export { replyEvents as practiceEvents } from './replies/mail.ts'
export { replyTaker } from './replies/taking.ts'
export { publicPracticeIds, publicPractices } from './given.ts'

/** Words in the place of an id come first: `/practices/needs` before `/practices/:id`. */
export const practiceHandlers: AnyHandler[] = [
  ...reviewHandlers,
  ...recordHandlers,
  ...directoryHandlers,
  ...questionHandlers,
  ...rosterHandlers,
  ...trainingHandlers,
]

export const practiceExports: ExportSource[] = [practicesExport, practitionersExport, gapsExport]

export const practiceJobs = (node: Node): JobDefinition[] => [
  ...reviewJobs(node),
  ...directoryJobs(node),
  ...wordJobs(node),
  ...replyJobs(node),
  ...trainingJobs(node),
]
