/** Every piece of background work and every event has words: an administrator never reads a name out of the code. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { sourcesIn } from '../scripts/check/files.ts'

const words = new Set(
  ['jobs', 'notifications'].flatMap(slice =>
    Object.keys(
      JSON.parse(readFileSync(`packages/web/src/slices/${slice}/messages/en.json`, 'utf8')) as object,
    ),
  ),
)
const server = sourcesIn('packages').filter(
  ({ path }) => /^packages\/server\/src\/(slices|platform)\//.test(path) && !path.endsWith('.test.ts'),
)
const named = (pattern: RegExp) => [
  ...new Set(server.flatMap(({ text }) => [...text.matchAll(pattern)].map(found => found[1] ?? ''))),
]

test('background work has words', () => {
  const names = named(/\bname: '([a-z]+\.[a-z-]+)'/g).filter(name => name !== 'content.xml')
  expect(names.length).toBeGreaterThan(15)
  expect(names.filter(name => !words.has(`jobs.work.${name}`))).toEqual([])
})

test('events have words', () => {
  const topics = named(/\bemit(?:ToAll)?\(\s*(?:ctx\.)?tx,\s*'([a-z.-]+)'/g)
  expect(topics.length).toBeGreaterThan(8)
  expect(
    topics.filter(topic => !words.has(`jobs.work.${topic}`) && !words.has(`notifications.topic.${topic}`)),
  ).toEqual([])
})
