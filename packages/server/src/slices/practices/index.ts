/** The door of the practices library. The hub alone has it; it knows no persons, no cases and no Council. */
import type { AnyHandler } from '../../platform/handler.ts'
import { directoryHandlers } from './people/handlers.ts'
import { questionHandlers } from './questions/handlers.ts'
import { recordHandlers } from './record/handlers.ts'

export const practiceHandlers: AnyHandler[] = [...recordHandlers, ...directoryHandlers, ...questionHandlers]

export { practitionersExport } from './people/export.ts'
export { directoryJobs } from './people/reminders.ts'
