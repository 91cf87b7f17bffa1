/** What the conversation of registering holds between its questions, and how it becomes one command. */
import { AreaCode, Id, line } from '@kerege/contract/common'
import { faultsOf, invalid } from '@kerege/contract/errors'
import { parseName } from '@kerege/contract/names/index'
import type { AddRelation } from '@kerege/contract/people/kinship/schema'
import { impossibleBirth } from '@kerege/contract/people/rules'
import {
  type BirthDate,
  ContactSection,
  householdRoles,
  RegisterPerson,
} from '@kerege/contract/people/schema'
import { z } from 'zod'
import { blankName, withScripts } from '../../../ui/form/NameFields.tsx'
import { withoutBlanks } from '../../../ui/form/pointer.ts'
import { newId } from '../../../ui/newId.ts'

export const steps = ['who', 'place', 'family'] as const
export type StepId = (typeof steps)[number]

export const familyKinds = ['later', 'known', 'new'] as const

/** Which family: not said now, one on the register, or a new one that begins with this person. */
const Family = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('later') }),
  z.object({ kind: z.literal('known'), householdId: Id, role: z.enum(householdRoles) }),
  z.object({ kind: z.literal('new'), id: Id, name: line(160), role: z.enum(householdRoles) }),
])

const possible = (birth: BirthDate, today: string, context: z.RefinementCtx) => {
  const code = impossibleBirth(birth, today)
  if (code) context.addIssue({ code: 'custom', path: ['contact', 'birth'], message: code })
}

const { names, sex, birth, languages, contacts } = ContactSection.shape

/** What is known of mother and father before anybody knows whose family it is. */
const Parents = z.object({ mother: line(160).optional(), father: line(160).optional() }).optional()

/** What each question must hold before the next is asked. */
export const schemaOf = (step: StepId, today: string): z.ZodType => {
  switch (step) {
    case 'who':
      return z
        .object({ contact: z.object({ names, sex, birth }), parents: Parents })
        .superRefine((value, context) => possible(value.contact.birth, today, context))
    case 'place':
      return z.object({ area: AreaCode, contact: z.object({ languages, contacts }) })
    case 'family':
      return z.object({ family: Family })
  }
}

interface Draft {
  id: string
  area?: string
  contact: { names: { family?: string; given?: string; patronymic?: string }[] }
  notSame?: string[]
  parents?: z.infer<typeof Parents>
  /** Made by the device, so that a repeated command writes each parent once. */
  parentIds?: ParentIds
  family: z.input<typeof Family>
}
type Parent = 'mother' | 'father'
type ParentIds = Record<Parent, { relation: string; outsider: string }>

/** Each name carries the script of its letters before a schema reads it. */
export function shaped(values: unknown): Draft {
  const draft = values as Draft // made by `blankDraft` and the fields of this form
  return { ...draft, contact: { ...draft.contact, names: withScripts(draft.contact.names) } }
}

export interface Command {
  person: RegisterPerson
  /** A family that begins with this person, made after them. */
  newFamily: { id: string; name: string; role: HouseholdRole } | undefined
  /** Mother and father as they were named, to stand among the relations; not said of somebody on the register. */
  parents: { role: Parent; relation: AddRelation }[]
}
type HouseholdRole = (typeof householdRoles)[number]

/** All answers as one command. @throws DomainError `invalid` with the faults of an earlier question */
export function commandOf(values: unknown): Command {
  const { id, area, contact, notSame, parents, parentIds, family: choice } = shaped(withoutBlanks(values))
  const family = Family.parse(choice)
  const joins = family.kind === 'known' ? { householdId: family.householdId, householdRole: family.role } : {}
  const read = RegisterPerson.safeParse({
    id,
    area,
    contact,
    ...joins,
    ...(notSame ? { notSame } : {}),
  })
  if (!read.success) throw invalid(faultsOf(read.error))
  return {
    person: read.data,
    newFamily: family.kind === 'new' ? family : undefined,
    parents: parentRelations(parents, parentIds),
  }
}

function parentRelations(parents: Draft['parents'], ids: ParentIds | undefined): Command['parents'] {
  return (['mother', 'father'] as const).flatMap(role => {
    const name = parents?.[role]
    if (!name || !ids) return []
    const other = {
      who: 'outside' as const,
      outsiderId: ids[role].outsider,
      name,
      sex: role === 'mother' ? ('female' as const) : ('male' as const),
      life: 'not-known' as const,
    }
    const said = { basis: 'not-said' as const, standing: 'claimed' as const, evidence: [] }
    return [{ role, relation: { id: ids[role].relation, kind: 'parent' as const, other, ...said } }]
  })
}

/** The question that holds a field, so that a fault found at the end leads back to it. */
export const stepOf = (pointer: string): StepId =>
  /^\/(contact\/(names|birth|sex)|parents)/.test(pointer)
    ? 'who'
    : /^\/(area|contact)/.test(pointer)
      ? 'place'
      : 'family'

/** Begins with what was typed into the search, split as registers of the region write names. */
export function blankDraft(q: string) {
  const { family, given, patronymic, unknown } = parseName(/\d/.test(q) ? '' : q)
  const [first, ...rest] = unknown
  const parts = {
    family: written(q, family.length > 0 ? family : given.length > 0 && first ? [first] : []),
    given: written(q, given.length > 0 ? given : unknown.length > 1 ? rest : unknown),
    patronymic: written(q, patronymic),
  }
  return {
    id: newId(),
    contact: {
      names: [{ ...blankName(), ...parts }],
      sex: undefined,
      birth: { precision: 'day' },
      languages: [],
      contacts: [],
    },
    notSame: [],
    parents: {},
    parentIds: {
      mother: { relation: newId(), outsider: newId() },
      father: { relation: newId(), outsider: newId() },
    },
    family: { kind: 'later', id: newId() },
  }
}

// Words come back folded to small letters: they are taken as they were typed.
function written(q: string, words: readonly string[]): string {
  const typed = q.split(/[\s,]+/)
  return words.map(word => typed.find(one => one.toLowerCase() === word) ?? word).join(' ')
}
