/** Valid, plainly invented persons for tests. */
import type { ContactSection, PersonName, RegisterPerson } from '@kerege/contract/people/schema'
import { newId } from '../platform/ids.ts'

export const cyrillicName = (family: string, given: string, patronymic?: string): PersonName => ({
  family,
  given,
  ...(patronymic ? { patronymic } : {}),
  script: 'Cyrl',
  language: 'kk',
  use: 'usual',
  source: 'self',
})

export const contact = (over: Partial<ContactSection> = {}): ContactSection => ({
  names: [cyrillicName('Көктемова', 'Әлия', 'Бақытқызы')],
  sex: 'female',
  birth: { precision: 'day', date: '2017-03-14' },
  languages: [{ tag: 'kk', level: 'mother-tongue', preferred: true }],
  contacts: [{ system: 'phone', value: '+7 700 000 04 17', belongsTo: 'mother', discretion: 'ask-first' }],
  ...over,
})

export const draft = (over: Partial<RegisterPerson> = {}): RegisterPerson => ({
  id: newId(),
  area: 'KZ-75',
  contact: contact(),
  ...over,
})
