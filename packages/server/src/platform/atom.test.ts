/** A feed is read by a parser that refuses what is not well-formed, whatever stands in it. */
import fc from 'fast-check'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { type AtomFeed, atom } from './atom.ts'
import { anyText } from '@kerege/contract/testing/anyText'

const feed = (more: Partial<AtomFeed> = {}): AtomFeed => ({
  id: 'tag:hub.example,2024:decisions',
  title: 'Decisions',
  author: 'Council',
  language: 'en',
  self: 'https://hub.example/feed.atom?lang=en&x=1',
  url: 'https://hub.example/',
  since: '2024-05-14T00:00:00Z',
  entries: [],
  ...more,
})
const entry = (title: string, updated = '2026-11-25T12:00:00Z') => ({
  id: 'urn:uuid:0190a000-0000-7000-8000-000000000001',
  title,
  updated,
  url: 'https://hub.example/1',
  summary: title,
})

/** What each element says, in the order of the file. */
function read(text: string): [string, string][] {
  const found: [string, string][] = []
  const open: string[] = []
  const parser = new SaxesParser({ xmlns: true, fileName: 'feed' })
  parser.on('error', error => {
    throw error
  })
  parser.on('opentag', tag => {
    expect(tag.uri).toBe('http://www.w3.org/2005/Atom')
    open.push(tag.local)
    found.push([tag.local, tag.attributes['href']?.value ?? ''])
  })
  parser.on('text', said => {
    const last = found.at(-1)
    if (last && last[0] === open.at(-1)) last[1] += said
  })
  parser.on('closetag', () => void open.pop())
  parser.write(text).close()
  return found.map(([name, said]) => [name, said.trim()])
}
const all = (text: string, name: string) => read(text).flatMap(([one, said]) => (one === name ? [said] : []))

test('has what RFC 4287 asks for, an empty one too', () => {
  const text = atom(feed())
  for (const name of ['id', 'title', 'updated']) expect(all(text, name)).toHaveLength(1)
  expect(all(text, 'name')).toEqual(['Council'])
  expect(all(text, 'link')).toEqual(['https://hub.example/feed.atom?lang=en&x=1', 'https://hub.example/'])
  expect(all(text, 'updated')).toEqual(['2024-05-14T00:00:00.000Z'])
})

test('is as new as its newest entry', () => {
  const entries = [entry('one', '2026-01-01T00:00:00Z'), entry('two', '2026-02-01T00:00:00+05:00')]
  expect(all(atom(feed({ entries })), 'updated')[0]).toBe('2026-01-31T19:00:00.000Z')
})

test('keeps every letter that XML knows, and is well-formed whatever is written', () => {
  fc.assert(
    fc.property(anyText(), title => {
      const known = title
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these XML does not know
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
        .replace(/\r\n?/g, '\n')
        .trim()
      expect(all(atom(feed({ entries: [entry(title)] })), 'title')[1]).toBe(known)
    }),
  )
})
