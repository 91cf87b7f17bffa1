/** The door of meetings. */
export { panelKind } from './interests/panels.ts'
export { interestsKind } from './interests/writing.ts'
export { interestLabels } from './labels.ts'
export { meetingPapers } from './paper.ts'
export { meetingHandlers } from './routes.ts'
