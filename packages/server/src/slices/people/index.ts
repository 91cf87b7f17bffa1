/** The door of the register of people. */
export { peopleExport } from './exportSource.ts'
export { erasureEvents, erasureKind } from './erasure.ts'
export { paperHandlers, paperJobs, papersExport } from './papers/index.ts'
export { personLabels } from './labels.ts'
export { peopleHandlers } from './routes.ts'
export { contactColumns } from './sections.ts'
export { searchWords } from './words.ts'
export { peopleJobs } from './wordJobs.ts'
