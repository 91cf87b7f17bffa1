/**
 * The door of the practices library. The hub alone has it; it knows no persons, no cases and no Council. When a practice is
 * retracted, the event `practices.retracted` names it.
 */
import type { Node } from '../../platform/context.ts'
import type { ExportSource } from '../../platform/exports/source.ts'
import type { AnyHandler } from '../../platform/handler.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import type { EventHandlers } from '../../platform/outbox.ts'
import { adoptionEvents } from './adoption/events.ts'
import { adoptionHandlers } from './adoption/handlers.ts'
import { adoptionsExport } from './adoption/takingOut.ts'
import { collectionHandlers } from './collections/handlers.ts'
import { ecosystemHandlers } from './ecosystem/handlers.ts'
import { libraryJobs } from './ecosystem/harvest/clock.ts'
import { monthJobs } from './month/clock.ts'
import { monthHandlers } from './month/handlers.ts'
import { fileJobs } from './finding/files.ts'
import { findingHandlers } from './finding/handlers.ts'
import { findingJobs } from './finding/indexing.ts'
import { practitionersExport } from './people/export.ts'
import { directoryHandlers } from './people/handlers.ts'
import { directoryJobs } from './people/reminders.ts'
import { questionHandlers } from './questions/handlers.ts'
import { wordJobs } from './questions/words.ts'
import { recordHandlers } from './record/handlers.ts'
import { practicesExport } from './record/takingOut.ts'
import { replyEvents, replyJobs } from './replies/mail.ts'
import { reviewJobs } from './review/clock.ts'
import { reviewHandlers } from './review/handlers.ts'
import { rosterHandlers } from './roster/handlers.ts'
import { rosterExport } from './roster/takingOut.ts'
import { trainingJobs } from './trainings/after/followUpClock.ts'
import { thesaurusHandlers } from './thesaurus/handlers.ts'
import { participantsExport } from './trainings/events/takingOut.ts'
import { trainingHandlers } from './trainings/handlers.ts'
import { gapsExport } from './trainings/needs/takingOut.ts'

export { certificatePage } from './trainings/after/certificatePage.ts'
export { make as makePractice } from './record/actions.ts'
export { practiceRefs } from './refs.ts'
export { replyTaker } from './replies/taking.ts'
export {
  type Current as CurrentThesaurus,
  currentAnalyser,
  currentThesaurus,
  firstAnalysis,
} from './thesaurus/current.ts'
export { touchedSince } from './thesaurus/following.ts'
export { definitionIdsGiven, definitionsGiven } from './definitions.ts'
export { publicPracticeIds, publicPractices } from './given.ts'

/** Words in the place of an id come first: `/practices/needs` before `/practices/:id`. */
export const practiceHandlers: AnyHandler[] = [
  ...ecosystemHandlers,
  ...findingHandlers,
  ...reviewHandlers,
  ...recordHandlers,
  ...adoptionHandlers,
  ...collectionHandlers,
  ...monthHandlers,
  ...directoryHandlers,
  ...questionHandlers,
  ...rosterHandlers,
  ...trainingHandlers,
  ...thesaurusHandlers,
]

export const practiceExports: ExportSource[] = [
  practicesExport,
  adoptionsExport,
  practitionersExport,
  gapsExport,
  rosterExport,
  participantsExport,
]

/** What is done about events, of this slice and of others. */
export const practiceEvents = (node: Node): EventHandlers[] => [...adoptionEvents, ...replyEvents(node)]

export const practiceJobs = (node: Node): JobDefinition[] => [
  ...reviewJobs(node),
  ...monthJobs(node),
  ...directoryJobs(node),
  ...wordJobs(node),
  ...replyJobs(node),
  ...libraryJobs(node),
  ...trainingJobs(node),
  ...findingJobs(node),
  ...fileJobs(node),
]

export { adoptionPart, thesaurusPart } from './ecosystem/archive/parts.ts'
export { practicesArchive } from './ecosystem/archive/source.ts'
export { HarvestError } from './ecosystem/harvest/answer.ts'
export { harvestAll } from './ecosystem/harvest/ask.ts'
export { planImport as planPractices } from './ecosystem/importing/plan.ts'
export { practicePages } from './ecosystem/index.ts'
export { practiceAddress, symbolOf as practiceSymbolOf } from './ecosystem/published.ts'
export { practicesById as publicPracticesById } from './ecosystem/read.ts'
export { words as practiceWords } from './ecosystem/words.ts'
