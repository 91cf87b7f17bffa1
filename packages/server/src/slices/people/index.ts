/** The door of the register of people. */
export { peopleHandlers } from './routes.ts'
export { contactColumns, type SearchWord, searchWords } from './sections.ts'
