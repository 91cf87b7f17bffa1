/**
 * What on a family tree cannot be, and what wants a question. Pure: people with what is known of their births, ties
 * with what is known of their days. Nothing here decides anything or says anything of a person: it is a list of
 * entries that do not go together, for somebody who knows the family to look at.
 */
import type { BirthDate, Sex } from '../schema.ts'
import { ageOn, birthRange } from '../rules.ts'
import type { KinBasis, KinKind } from './kinds.ts'
import type { CheckCode, EndReason, KinStanding, RoughDate } from './schema.ts'

export interface KinPerson {
  key: string
  sex: Sex
  birth?: BirthDate | undefined
  dead?: boolean | undefined
  died?: RoughDate | undefined
  /** Nobody in particular: "father unknown". */
  unknown?: boolean | undefined
}

/** `to` is `kind` of `from`, in the direction in which it is stored or the other: both are understood. */
export interface KinTie {
  id: string
  version: number
  from: string
  to: string
  kind: KinKind
  basis: KinBasis
  standing: KinStanding
  since?: RoughDate | undefined
  until?: RoughDate | undefined
  endReason?: EndReason | undefined
}

export interface Check {
  code: CheckCode
  severity: 'contradiction' | 'question'
  certain: boolean
  relationIds: string[]
  /** Keys of those whom the sentence names, in its order. */
  about: string[]
}

const youngestParent = 12
const grownUp = 18
/** A father may have died before the birth, not longer before than a pregnancy lasts. */
const pregnancyDays = 304

export function checkKinship(people: readonly KinPerson[], ties: readonly KinTie[], today: string): Check[] {
  const family = familyOf(people, ties)
  return [
    ...family.parents.flatMap(tie => [...ages(family, tie), ...deaths(family, tie)]),
    ...twoOfOne(family),
    ...circles(family),
    ...family.spouses.flatMap(tie => [...marriedKin(family, tie), ...marriedYoung(family, tie)]),
    ...family.siblings.flatMap(tie => differingParents(family, tie)),
    ...family.carers.flatMap(tie => guardianship(family, tie, today)),
    ...withoutCarer(family, today),
  ]
}

type Family = ReturnType<typeof familyOf>

/** Ties in one direction each; what was never so, or was found untrue, says nothing here. */
function familyOf(people: readonly KinPerson[], all: readonly KinTie[]) {
  const ties = all.filter(tie => tie.endReason !== 'corrected' && tie.standing !== 'refuted').map(elderLast)
  const of = (...kinds: KinKind[]) => ties.filter(tie => kinds.includes(tie.kind))
  return {
    person: new Map(people.map(one => [one.key, one])),
    ties,
    parents: of('parent'),
    spouses: of('spouse'),
    siblings: of('sibling'),
    carers: of('guardian', 'foster-carer'),
  }
}

const elders: Partial<Record<KinKind, KinKind>> = {
  child: 'parent',
  grandchild: 'grandparent',
  ward: 'guardian',
  'foster-child': 'foster-carer',
  'niece-nephew': 'aunt-uncle',
}
function elderLast(tie: KinTie): KinTie {
  const kind = elders[tie.kind]
  return kind ? { ...tie, kind, from: tie.to, to: tie.from } : tie
}

/** By blood, or not said otherwise. A step-parent and a guardian may be of any age. */
const byBirth = (tie: KinTie) => tie.basis === 'biological' || tie.basis === 'not-said'

const rangeOf = (date: BirthDate | RoughDate | undefined) => (date ? birthRange(date) : null)

function ages(family: Family, tie: KinTie): Check[] {
  if (!byBirth(tie) && tie.basis !== 'legal') return []
  const child = rangeOf(family.person.get(tie.from)?.birth)
  const parent = rangeOf(family.person.get(tie.to)?.birth)
  if (!child || !parent) return []
  const about = [tie.from, tie.to]
  if (child.to < parent.from) return [found('child-older', true, [tie], about)]
  if (!byBirth(tie)) return []
  if (plusYears(parent.from, youngestParent) > child.to)
    return [found('parent-too-young', true, [tie], about)]
  if (plusYears(parent.to, youngestParent) > child.from)
    return [found('parent-too-young', false, [tie], about)]
  return []
}

function deaths(family: Family, tie: KinTie): Check[] {
  if (!byBirth(tie)) return []
  const child = rangeOf(family.person.get(tie.from)?.birth)
  const parent = family.person.get(tie.to)
  const died = rangeOf(parent?.died)
  if (!child || !parent || !died) return []
  const days = parent.sex === 'female' ? 0 : pregnancyDays
  const about = [tie.from, tie.to]
  if (plusDays(died.to, days) < child.from) return [found('died-before-birth', true, [tie], about)]
  const possible = plusDays(died.from, days) < child.from && died.to !== child.to
  // A year that birth and death share, and nothing more exact, raises no question.
  return possible ? [found('died-before-birth', false, [tie], about)] : []
}

/** Two mothers by birth, or two fathers: proved twice it cannot be; told twice it is a question, unless it is contested. */
function twoOfOne(family: Family): Check[] {
  const born = family.parents.filter(
    tie => tie.basis === 'biological' && tie.standing !== 'contested' && !family.person.get(tie.to)?.unknown,
  )
  const byChild = Map.groupBy(born, tie => `${tie.from} ${family.person.get(tie.to)?.sex}`)
  return [...byChild].flatMap(([key, ties]) => {
    const sex = key.split(' ').at(-1)
    const persons = [...new Map(ties.map(tie => [tie.to, tie])).values()]
    const [one, two] = persons.toSorted((a, b) => order(a) - order(b))
    if (!one || !two || (sex !== 'female' && sex !== 'male')) return []
    const code = sex === 'female' ? 'two-birth-mothers' : 'two-birth-fathers'
    const certain = one.standing === 'proved' && two.standing === 'proved'
    return [found(code, certain, persons, [one.from, one.to, two.to])]
  })
}
const order = (tie: KinTie) => (tie.standing === 'proved' ? 0 : 1)

/** Somebody who is their own ancestor, each circle once. */
function circles(family: Family): Check[] {
  const upward = Map.groupBy(
    family.ties.filter(tie => tie.kind === 'parent' || tie.kind === 'grandparent'),
    tie => tie.from,
  )
  const checks = new Map<string, Check>()
  const done = new Set<string>()
  const climb = (key: string, path: KinTie[]) => {
    const at = path.findIndex(tie => tie.from === key)
    if (at >= 0) {
      const circle = path.slice(at)
      const name = circle
        .map(tie => tie.id)
        .toSorted()
        .join()
      if (!checks.has(name)) checks.set(name, found('own-ancestor', true, circle, [key]))
      return
    }
    if (done.has(key)) return
    for (const tie of upward.get(key) ?? []) climb(tie.to, [...path, tie])
    done.add(key)
  }
  for (const key of upward.keys()) climb(key, [])
  return [...checks.values()]
}

function marriedKin(family: Family, spouse: KinTie): Check[] {
  const close: readonly KinKind[] = ['parent', 'sibling', 'half-sibling', 'grandparent']
  const blood = family.ties.find(tie => close.includes(tie.kind) && byBirth(tie) && samePair(tie, spouse))
  return blood ? [found('spouse-of-kin', true, [spouse, blood], [spouse.from, spouse.to])] : []
}
const samePair = (a: KinTie, b: KinTie) =>
  (a.from === b.from && a.to === b.to) || (a.from === b.to && a.to === b.from)

/** Always a question: what protection there was and is, not what somebody did. */
function marriedYoung(family: Family, tie: KinTie): Check[] {
  const since = rangeOf(tie.since)
  if (!since) return []
  return [tie.from, tie.to].flatMap(key => {
    const birth = rangeOf(family.person.get(key)?.birth)
    if (!birth || plusYears(birth.to, grownUp) <= since.from) return []
    const certain = plusYears(birth.from, grownUp) > since.to
    return [{ ...found('married-as-child', certain, [tie], [key]), severity: 'question' as const }]
  })
}

/** Full brother and sister have both parents in common. Half-siblings are a kind of their own. */
function differingParents(family: Family, tie: KinTie): Check[] {
  if (!byBirth(tie)) return []
  const of = (child: string) =>
    family.parents.filter(
      one => one.from === child && one.basis === 'biological' && !family.person.get(one.to)?.unknown,
    )
  const [mine, theirs] = [of(tie.from), of(tie.to)]
  const shared = mine.some(one => theirs.some(two => two.to === one.to))
  if (mine.length === 0 || theirs.length === 0 || shared) return []
  // A mother here and a father there differ by nature: only like with like can contradict.
  const sexOf = (one: KinTie) => family.person.get(one.to)?.sex
  const against = mine.flatMap(one => theirs.filter(two => sexOf(one) === sexOf(two)).map(() => one))
  if (against.length === 0) return []
  const certain = mine.length > 1 && theirs.length > 1
  return [found('siblings-differ', certain, [tie, ...mine, ...theirs], [tie.from, tie.to])]
}

const current = (tie: KinTie) => tie.endReason === undefined && tie.until === undefined

function guardianship(family: Family, tie: KinTie, today: string): Check[] {
  if (!current(tie)) return []
  const about = [tie.to, tie.from]
  const guardian = ageOf(family, tie.to, today)
  const ward = ageOf(family, tie.from, today)
  return [
    ...(guardian && guardian.min < grownUp
      ? [found('guardian-is-child', guardian.max < grownUp, [tie], about)]
      : []),
    ...(ward && ward.min >= grownUp
      ? [{ ...found('ward-is-adult', true, [tie], about), severity: 'question' as const }]
      : []),
  ]
}

/** A child whose guardianship has ended, with nobody on the tree who cares for them now. */
function withoutCarer(family: Family, today: string): Check[] {
  const ended = Map.groupBy(
    family.carers.filter(tie => !current(tie)),
    tie => tie.from,
  )
  return [...ended].flatMap(([child, ties]) => {
    const age = ageOf(family, child, today)
    if (age && age.min >= grownUp) return []
    const cared = family.ties.some(
      tie =>
        tie.from === child &&
        current(tie) &&
        (tie.kind === 'guardian' || tie.kind === 'foster-carer' || tie.kind === 'parent') &&
        lives(family.person.get(tie.to)),
    )
    if (cared) return []
    const certain = age !== null && age.max < grownUp
    return [{ ...found('no-carer', certain, ties, [child]), severity: 'question' as const }]
  })
}
const lives = (person: KinPerson | undefined) => Boolean(person && !person.unknown && !person.dead)

function ageOf(family: Family, key: string, today: string) {
  const birth = family.person.get(key)?.birth
  return birth ? ageOn(birth, today) : null
}

const found = (code: CheckCode, certain: boolean, ties: readonly KinTie[], about: string[]): Check => ({
  code,
  certain,
  severity: certain ? 'contradiction' : 'question',
  relationIds: [...new Set(ties.map(tie => tie.id))].toSorted(),
  about,
})

/** What a look at a check was based on. Another version of a relation, or another birth, is another question. */
export function basisOfCheck(check: Check, people: readonly KinPerson[], ties: readonly KinTie[]): string {
  const versions = ties
    .filter(tie => check.relationIds.includes(tie.id))
    .map(tie => `${tie.id}:${tie.version}`)
    .toSorted()
  const births = people
    .filter(one => check.about.includes(one.key))
    .map(one => `${one.key}:${JSON.stringify([one.birth ?? null, one.died ?? null])}`)
    .toSorted()
  return [check.code, check.certain, ...versions, ...births].join('\n')
}

// 29 February of a year that has none is 1 March.
function plusYears(day: string, years: number): string {
  const text = `${String(Number(day.slice(0, 4)) + years).padStart(4, '0')}${day.slice(4)}`
  return new Date(`${text}T00:00:00Z`).toISOString().slice(0, 10)
}
const plusDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
