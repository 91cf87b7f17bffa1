/**
 * Journeys come in by the door that everybody has: no session is put into a browser, and nobody goes by the demo's door, which a real
 * node does not have. One journey is about that door, and the support that signs in keeps what the door gave.
 */
import { expect, test } from 'vitest'
import { sourcesIn } from '../scripts/check/files.ts'
import type { Source } from '../scripts/check/source.ts'

/** What leads past the door, and where it may stand. */
const ways: readonly (readonly [way: string, pattern: RegExp, may: readonly string[]])[] = [
  ['the demo’s door', /demo\/door|enterDemo|\/enter#/, ['tests/journeys/demoDoor.test.ts']],
  [
    'a session put into a browser',
    /addCookies|storageState|document\.cookie|setExtraHTTPHeaders/,
    ['tests/support/door.ts'],
  ],
  ['a session without keys', /openWithoutPassword|insert into access\.sessions/, []],
]

const pastTheDoor = (sources: readonly Source[]) =>
  sources.flatMap(({ path, text }) =>
    ways.flatMap(([way, pattern, may]) =>
      pattern.test(text) && !may.includes(path) ? [`${path}: ${way}`] : [],
    ),
  )

test('nobody in a journey gets past the door', () => {
  const sources = ['tests/journeys', 'tests/support'].flatMap(sourcesIn)
  expect(sources.length).toBeGreaterThan(40)
  expect(pastTheDoor(sources)).toEqual([])
  // What may stand somewhere does stand there.
  expect(pastTheDoor(sources.map(({ path, text }) => ({ path: `elsewhere/${path}`, text })))).toHaveLength(2)
})

test.each([
  ["await context.request.post(url + '/api/demo/door')", 'the demo’s door'],
  ["await page.goto(url + '/enter#' + key)", 'the demo’s door'],
  ['await context.addCookies([cookie])', 'a session put into a browser'],
  ['browser.newContext({ storageState })', 'a session put into a browser'],
  ['await admin.query(`insert into access.sessions values ($1)`)', 'a session without keys'],
])('%s is seen', (text, way) => {
  const path = 'tests/journeys/made.test.ts'
  expect(pastTheDoor([{ path, text }])).toEqual([`${path}: ${way}`])
})
