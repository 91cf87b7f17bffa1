/** Persons as the ports receive them in JSON: checked field by field, unknown fields told. */
import type { PersonFields } from '@kerege/contract/names/index'
import { oddityOf } from './oddNames.ts'

type Kin = NonNullable<PersonFields['kin']>[number]

const nameFields = ['name', 'given', 'family', 'patronymic'] as const
const texts = ['name', 'given', 'family', 'patronymic', 'birthDate', 'sex', 'place'] as const
const kinFields = ['mother', 'father', 'spouse', 'guardian'] as const
const others: ReadonlySet<string> = new Set(['id', 'names', 'kin', 'limit', 'query', ...texts, ...kinFields])

export interface ReadPerson {
  person: PersonFields
  faults: string[]
}

/** @param where path of the value in its line, for the messages */
export function readPerson(value: unknown, where: string): ReadPerson {
  if (typeof value === 'string') return { person: { name: value }, faults: oddities({ name: value }, where) }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return { person: {}, faults: [`${where}: not an object with a name`] }
  }
  const fields = new Map<string, unknown>(Object.entries(value))
  const faults: string[] = []
  const person: PersonFields = {}
  for (const field of texts) {
    const found = fields.get(field)
    if (found === undefined || found === null) continue
    if (typeof found === 'string' || typeof found === 'number') person[field] = String(found)
    else faults.push(`${where}.${field}: not a text`)
  }
  const names = fields.get('names')
  if (!Array.isArray(names) || names.length === 0) faults.push(...oddities(person, where))
  if (Array.isArray(names)) person.names = names.flatMap(name => nameTextOf(name, `${where}.names`, faults))
  else if (names !== undefined && names !== null) faults.push(`${where}.names: not a list`)
  const kin = kinOf(fields, where, faults)
  if (kin.length > 0) person.kin = kin
  for (const field of fields.keys())
    if (!others.has(field)) faults.push(`${where}.${field}: unknown field, not used`)
  return { person, faults }
}

/** A part that is missing is no fault; a person without any name is told. */
function oddities(person: PersonFields, where: string): string[] {
  const parts = nameFields.filter(field => person[field]?.trim())
  if (parts.length === 0) return [`${where}: empty, no name to compare`]
  return parts.flatMap(field => {
    const odd = oddityOf(person[field] ?? '')
    return odd ? [`${where}.${field}: ${odd.message}`] : []
  })
}

/** A further name, as text or as fields. */
function nameTextOf(name: unknown, where: string, faults: string[]): string[] {
  if (typeof name === 'string') return [name]
  if (typeof name === 'object' && name !== null) {
    const { given, patronymic, family, name: whole } = name as Record<string, unknown>
    const parts = [whole, given, patronymic, family].filter(part => typeof part === 'string')
    if (parts.length > 0) return [parts.join(' ')]
  }
  faults.push(`${where}: not a name`)
  return []
}

function kinOf(fields: ReadonlyMap<string, unknown>, where: string, faults: string[]): Kin[] {
  const kin: Kin[] = []
  for (const relation of kinFields) {
    const name = fields.get(relation)
    if (typeof name === 'string' && name !== '') kin.push({ relation, name })
    else if (typeof name === 'object' && name !== null) {
      for (const text of nameTextOf(name, `${where}.${relation}`, faults)) kin.push({ relation, name: text })
    }
  }
  const list = fields.get('kin')
  if (Array.isArray(list)) {
    for (const item of list) {
      const { relation, name } = (item ?? {}) as { relation?: unknown; name?: unknown }
      if (typeof relation === 'string' && typeof name === 'string') kin.push({ relation, name })
      else faults.push(`${where}.kin: not a relation with a name`)
    }
  } else if (list !== undefined && list !== null) faults.push(`${where}.kin: not a list`)
  return kin
}
