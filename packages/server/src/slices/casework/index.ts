/** The door of casework. */
import type { Node } from '../../platform/context.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import { obstacleJobs } from './obstacles/carrying.ts'
import { reminderJobs } from './visits/reminding.ts'

export { obstaclesExport } from './obstacles/exportSource.ts'
export { caseworkHandlers } from './routes.ts'
export { caseOf, standing } from './standing.ts'
export const caseworkJobs = (node: Node): JobDefinition[] => [...obstacleJobs(node), ...reminderJobs(node)]
