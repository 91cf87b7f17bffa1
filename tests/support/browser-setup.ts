/** Global set-up of the journeys: looks for a browser once and tells every file how to start it. */
import type { TestProject } from 'vitest/node'
import type {} from './provided.ts'
import { findBrowser } from './browser.ts'

export default async function setup(project: TestProject) {
  const browser = await findBrowser()
  console.warn(browser ? `Journeys run in ${browser.from}.` : 'No browser starts here: journeys are not run.')
  project.provide('browser', browser)
}
