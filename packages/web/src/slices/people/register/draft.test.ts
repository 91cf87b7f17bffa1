import { AddRelation } from '@kerege/contract/people/kinship/schema'
import { describe, expect, test } from 'vitest'
import { blankDraft, commandOf, schemaOf, shaped, stepOf } from './draft.ts'

const nameOf = (q: string) => {
  const { family, given, patronymic } = blankDraft(q).contact.names[0] ?? {}
  return [family, given, patronymic]
}

test.each([
  ['/contact/names/0/family', 'who'],
  ['/contact/contacts/0/value', 'place'],
  ['/area', 'place'],
  ['/parents/mother', 'who'],
  ['/householdId', 'family'],
])('%s belongs to %s', (pointer, step) => {
  expect(stepOf(pointer)).toBe(step)
})

test.each([
  ['Gulnara Abenova', ['Abenova', 'Gulnara', '']],
  ['Әбенова Гүлнәр Сейітқызы', ['Әбенова', 'Гүлнәр', 'Сейітқызы']],
  ['Жанар', ['', 'Жанар', '']],
  ['', ['', '', '']],
  ['+7 700 000 04 17', ['', '', '']],
])('%j begins the form', (q, name) => {
  expect(nameOf(q)).toEqual(name)
})

describe('a step', () => {
  const today = '2026-11-24'
  const who = {
    ...blankDraft('Жанар'),
    contact: {
      names: [{ given: 'Жанар', script: 'Zyyy', use: 'usual', source: 'self' }],
      sex: 'female',
      birth: { precision: 'year', year: 2017 },
      languages: [],
      contacts: [],
    },
  }
  test('asks only its own question', () => {
    expect(schemaOf('who', today).safeParse(shaped(who)).success).toBe(true)
    expect(schemaOf('place', today).safeParse(shaped(who)).success).toBe(false)
  })
  test('refuses a day that has not come', () => {
    const early = { ...who, contact: { ...who.contact, birth: { precision: 'year', year: 2027 } } }
    const read = schemaOf('who', today).safeParse(shaped(early))
    expect(read.error?.issues[0]?.message).toBe('birth-in-future')
  })
  test('makes one command in the end', () => {
    const whole = { ...who, area: 'KZ-61', family: { kind: 'later' } }
    expect(commandOf(whole)).toMatchObject({
      person: { area: 'KZ-61', contact: { names: [{ script: 'Cyrl' }] } },
      newFamily: undefined,
    })
    expect(
      commandOf({
        ...whole,
        contact: {
          ...who.contact,
          names: [{ given: 'Жанар', patronymic: '', use: 'usual', source: 'self' }],
        },
      }).person.contact.names,
    ).toHaveLength(1)
    expect(() => commandOf(who)).toThrow('invalid')
  })
  test('names each parent once, however often it is sent, and nobody whom nobody named', () => {
    const whole = {
      ...who,
      area: 'KZ-61',
      family: { kind: 'later' },
      parents: { mother: 'Айгүл', father: '' },
    }
    const { parents } = commandOf(whole)
    expect(parents).toMatchObject([
      {
        role: 'mother',
        relation: {
          kind: 'parent',
          standing: 'claimed',
          other: { who: 'outside', name: 'Айгүл', sex: 'female' },
        },
      },
    ])
    expect(AddRelation.safeParse(parents[0]?.relation).success).toBe(true)
    expect(commandOf(whole).parents).toEqual(parents)
  })
})
