/** Global set-up of the journeys: looks for a browser once and tells every file how to start it. */
import type { TestProject } from 'vitest/node'
import { type BrowserSpec, findBrowser } from './browser.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    browser: BrowserSpec | null
  }
}

export default async function setup(project: TestProject) {
  const browser = await findBrowser()
  console.warn(browser ? `Journeys run in ${browser.from}.` : 'No browser starts here: journeys are not run.')
  project.provide('browser', browser)
}
