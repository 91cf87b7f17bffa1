/** The door of rights: complaints, and what families may ask for. */
import type { AnyHandler } from '../../platform/handler.ts'
import { complaintHandlers } from './complaints/routes.ts'
import { fileHandlers } from './files/routes.ts'
import { retentionHandlers } from './retention/routes.ts'
import { sealingHandlers } from './sealing/routes.ts'

export { complaintPaper } from './complaints/letter.ts'
export { fileReleaseKind } from './files/asking.ts'
export { fileLabels } from './files/labels.ts'
export { sealKind, sealOpeningKind } from './sealing/seals.ts'
export { complaintJobs as rightsJobs } from './complaints/terms.ts'

export const rightsHandlers = (): AnyHandler[] => [
  ...complaintHandlers(),
  ...fileHandlers(),
  ...retentionHandlers,
  ...sealingHandlers,
]
