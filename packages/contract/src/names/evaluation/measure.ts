/** Counts what the library finds and keeps apart among invented persons. Seeded: the same on every run. */
import { compareNames, comparePersons, type PersonFields, queryKeys, searchKeys } from '../index.ts'
import { givenNamesOf, type Invented, invent, seeded, type Tongue } from './people.ts'
import { type Paper, papers, render, slip } from './renderings.ts'

export interface Tally {
  found: number
  all: number
}
export const tally = (): Tally => ({ found: 0, all: 0 })
export const percent = ({ found, all }: Tally): number => (all === 0 ? 0 : (100 * found) / all)

export function count(into: Tally | undefined, found: boolean): void {
  if (!into) return
  into.all++
  if (found) into.found++
}

export interface Recall {
  total: Tally
  /** Pairs that share a search key, so that a database brings them up at all. */
  keyed: Tally
  /** Persons whose given name the library does not list. */
  unlisted: Tally
  /** One slip of the hand in a passport spelling, birth date known. */
  slipped: Tally
  byPaper: Map<Paper, Tally>
  missed: string[]
}

export const peopleOf = (tongue: Tongue, size: number): Invented[] => {
  const draw = seeded(2026)
  return Array.from({ length: size }, () => invent(tongue, draw))
}

/** Every person on every paper, compared with the same person on every other paper, by name alone. */
export function measureRecall(people: readonly Invented[]): Recall {
  const draw = seeded(77)
  const recall: Recall = {
    total: tally(),
    keyed: tally(),
    unlisted: tally(),
    slipped: tally(),
    byPaper: new Map(papers.map(paper => [paper, tally()])),
    missed: [],
  }
  for (const person of people) {
    const written = papers.map(paper => ({ paper, text: render(person, paper, draw) }))
    for (const [at, one] of written.entries()) {
      for (const other of written.slice(at + 1)) {
        const { match } = compareNames(one.text, other.text)
        count(recall.byPaper.get(one.paper), match)
        count(recall.byPaper.get(other.paper), match)
        count(recall.total, match)
        if (!person.listed) count(recall.unlisted, match)
        const stored = new Set(searchKeys(one.text))
        count(
          recall.keyed,
          queryKeys(other.text).some(key => stored.has(key)),
        )
        if (!match) recall.missed.push(`${one.paper}/${other.paper}: ${one.text} | ${other.text}`)
      }
    }
    const { birthDate, sex } = person
    const typed = slip(render(person, 'passport', draw), draw)
    const own = { name: render(person, 'native', draw), birthDate, sex }
    count(recall.slipped, comparePersons(own, { name: typed, birthDate }).match)
  }
  return recall
}

export interface Apart {
  byLabel: Map<string, Tally>
  total: Tally
  wrong: string[]
}

/** Pairs of two persons who look alike, each on some paper: every one must stay apart. */
export function measureApart(people: readonly Invented[]): Apart {
  const draw = seeded(4242)
  const apart: Apart = { byLabel: new Map(), total: tally(), wrong: [] }
  for (const person of people) {
    for (const [label, a, b] of lookAlikes(person, draw)) {
      const { match } = comparePersons(a, b)
      const own = apart.byLabel.get(label) ?? tally()
      apart.byLabel.set(label, own)
      count(own, !match)
      count(apart.total, !match)
      if (match) apart.wrong.push(`${label}: ${JSON.stringify(a)} | ${JSON.stringify(b)}`)
    }
  }
  return apart
}

type LookAlike = [label: string, PersonFields, PersonFields]

function lookAlikes(person: Invented, draw: (below: number) => number): LookAlike[] {
  const pick = (list: readonly string[]) => list[draw(list.length)] ?? ''
  const fields = (one: Invented, extra: PersonFields = {}): PersonFields => ({
    name: render(one, pick(papers) as Paper, draw), // one of `papers`
    ...extra,
  })
  const mother = (name: string) => ({ kin: [{ relation: 'mother', name }] })
  const { tongue, sex, birthDate } = person
  const others = givenNamesOf(tongue, sex, person.listed).filter(name => name !== person.given)
  const mothers = givenNamesOf(tongue, 'f', draw(2) === 0).filter(name => name !== person.mother)
  const sibling: Invented = { ...person, given: pick(others) }
  const child: Invented = { ...person, given: sibling.given, father: person.given }
  const otherDate = `${Number(birthDate.slice(0, 4)) - 4}${birthDate.slice(4, 7)}-29`
  const known = { birthDate, ...mother(person.mother) }
  const stranger = invent(tongue, draw)
  const pairs: LookAlike[] = [
    ['twins: all but the given name', fields(person, known), fields(sibling, known)],
    ['siblings by name alone', fields(person), fields(sibling)],
    [
      'namesakes: other year and mother',
      fields(person, known),
      fields(person, { birthDate: otherDate, ...mother(pick(mothers)) }),
    ],
    ['namesakes: other year', fields(person, { birthDate }), fields(person, { birthDate: otherDate })],
    ['parent and child by name alone', fields(person), fields(child)],
  ]
  if (stranger.root !== person.root && stranger.given !== person.given) {
    pairs.push(['strangers by name alone', fields(person), fields(stranger)])
  }
  return pairs
}
