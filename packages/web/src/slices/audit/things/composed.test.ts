import { expect, test } from 'vitest'
import words from './messages/en.json' with { type: 'json' }
import { composedOf } from './composed.ts'

test.each([
  ['sessions.listed', 'session', 'list', true],
  ['council-documents.searched', 'council-document', 'search', true],
  ['council-document.file-read', 'council-document', 'file', true],
  ['parties.listed', 'party', 'list', true],
  ['bodies.listed', 'body', 'list', true],
  ['curricula.listed', 'curriculum', 'list', true],
  ['practice-searches.listed', 'practice-search', 'list', true],
  ['training-wishes.listed', 'training-wish', 'list', true],
  ['training-needs.listed', 'training-needs', 'list', true],
  ['thesaurus.read', 'thesaurus', 'read', true],
  ['results.read', 'result', 'read', true],
  ['decision.objected', 'decision', 'write', false],
  ['practice.review-answered', 'practice', 'answer', false],
  ['agenda.item-moved', 'agenda', 'change', false],
  ['practice.retracted', 'practice', 'end', false],
  ['floor.next', 'floor', 'do', false],
])('%s is told as %s, %s', (action, thing, kind, whole) => {
  expect(composedOf(action)).toEqual({ thing, kind, whole })
})

const routes = import.meta.glob<Record<string, unknown>>(
  '../../../../../contract/src/{council,practices,exchange,guidance}/**/{routes,*Routes}.ts',
  { eager: true },
)

test('what the hub and the feed write into the log has words', () => {
  const actions = Object.values(routes)
    .flatMap(file => Object.values(file))
    .flatMap(one => {
      const audit = (one as { audit?: unknown } | null)?.audit
      return typeof audit === 'string' ? [audit] : []
    })
  expect(actions.length).toBeGreaterThan(200)
  const known = new Set(Object.keys(words))
  const without = actions.filter(action => !known.has(`audit.thing.${composedOf(action).thing}`))
  expect(without.filter(action => !/\.export(ed|-asked)$/.test(action))).toEqual([])
})
