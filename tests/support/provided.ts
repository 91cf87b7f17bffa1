/** What the global set-ups hand to the test files. */
import type { BrowserSpec } from './browser.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where a test file asks for a database. */
    databases: string
    /** Where a journey asks for the region. */
    region: string
    browser: BrowserSpec | null
  }
}
