/** The door of files opened in an emergency: broken by one person, known to another at once, judged afterwards. */
export { glassJobs } from './reviews.ts'
export { glassHandlers } from './routes.ts'
