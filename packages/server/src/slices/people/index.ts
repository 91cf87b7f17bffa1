/** The door of the register of people. */
export { peopleHandlers } from './routes.ts'
