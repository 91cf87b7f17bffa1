import { expect, test } from 'vitest'
import { arrivedWith } from './sso.ts'

test.each([
  [
    '?state=sX&code=C&iss=I&session_state=Z',
    '',
    { errand: 'sign-in', answer: { state: 'sX', code: 'C', iss: 'I' } },
  ],
  ['?state=oX&code=C', '', { errand: 'over', answer: { state: 'oX', code: 'C' } }],
  ['?state=aX&error=access_denied&error_description=x', '', { errand: 'again', answer: { state: 'aX' } }],
  ['', '#over', { errand: 'over' }],
  ['', '#again', { errand: 'again' }],
  ['?code=C', '#elsewhere', undefined],
])('an address with %s%s', (search, hash, arrived) => {
  expect(arrivedWith({ search, hash })).toEqual(arrived)
})
