/** The door of assessments. */
export { askingNeeds, needsFill } from './needsNow.ts'
export { assessmentHandlers } from './routes.ts'
export { ofPerson as assessmentsOf } from './whole.ts'
