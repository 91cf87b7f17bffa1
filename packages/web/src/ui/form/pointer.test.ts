import { describe, expect, test } from 'vitest'
import { valueAt, withoutBlanks, withValue } from './pointer.ts'

describe('a pointer', () => {
  const form = { contact: { names: [{ family: 'Көктемова' }, { family: 'Koktemova' }] }, 'a/b': 1 }

  test('finds a value, and nothing where nothing is', () => {
    expect(valueAt(form, '/contact/names/1/family')).toBe('Koktemova')
    expect(valueAt(form, '/contact/none/1/family')).toBeUndefined()
    expect(valueAt(form, '/a~1b')).toBe(1)
    expect(valueAt(form, '')).toBe(form)
  })

  test('changes one value and leaves the form it was given alone', () => {
    const changed = withValue(form, '/contact/names/0/family', 'Абенова')
    expect(valueAt(changed, '/contact/names/0/family')).toBe('Абенова')
    expect(valueAt(changed, '/contact/names/1')).toBe(valueAt(form, '/contact/names/1'))
    expect(form.contact.names[0]?.family).toBe('Көктемова')
    expect(withValue(undefined, '/new/deep', 1)).toEqual({ new: { deep: 1 } })
  })

  test('blank answers are no answers', () => {
    expect(withoutBlanks({ a: '', b: [{ c: '', d: 0 }], e: undefined, f: false })).toEqual({
      b: [{ d: 0 }],
      f: false,
    })
  })
})
