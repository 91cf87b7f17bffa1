/** The door of rights: complaints, and what families may ask for. */
import type { Node } from '../../platform/context.ts'
import type { AnyHandler } from '../../platform/handler.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { complaintHandlers } from './complaints/routes.ts'
import { complaintJobs } from './complaints/terms.ts'
import { goneJobs } from './gone/keep.ts'
import { fileHandlers } from './files/routes.ts'
import { retentionHandlers } from './retention/routes.ts'
import { sealingHandlers } from './sealing/routes.ts'

export { complaintPaper } from './complaints/letter.ts'
export { fileReleaseKind } from './files/asking.ts'
export { fileLabels } from './files/labels.ts'
export { sealKind, sealOpeningKind } from './sealing/seals.ts'
export { takeOutAgain } from './gone/keep.ts'

export const rightsJobs = (node: Node): JobDefinition[] => [...complaintJobs(node), ...goneJobs(node)]

export const rightsHandlers = (): AnyHandler[] => [
  ...complaintHandlers(),
  ...fileHandlers(),
  ...retentionHandlers,
  ...sealingHandlers,
]
