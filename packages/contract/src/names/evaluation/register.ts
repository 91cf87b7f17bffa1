/**
 * An invented register as a queue of look-alikes meets it: families with parents and children, each person written
 * once, some a second time on another list. Counts what the queue would show. Seeded: the same on every run.
 */
import {
  comparePersons,
  countNames,
  nameCache,
  type PersonFields,
  preparePerson,
  searchKeys,
} from '../index.ts'
import { count, percent, tally } from './measure.ts'
import { givenNamesOf, type Invented, pools, seeded, type Tongue, tongues, words } from './people.ts'
import { type Paper, papers, render } from './renderings.ts'

type Draw = (below: number) => number

/** A record of the register; two with one `person` are of one person. */
interface Written {
  person: number
  /** A woman who stands here under the family name of her parents. */
  maiden: boolean
  fields: PersonFields
}

interface Member extends Invented {
  id: number
  role: 'mother' | 'father' | 'child'
  /** Of a mother: the family name that she was born with. */
  maidenRoot: string
}
interface Family {
  members: Member[]
  area: string
}

const areas = Array.from({ length: 17 }, (_, at) => `XA-${10 + at}`)

/** Records of about so many persons, a tenth of them written twice. */
export function inventRegister(persons: number, seed = 2026): Written[] {
  const draw = seeded(seed)
  const records: Written[] = []
  for (let id = 0; id < persons; ) {
    const family = inventFamily(id, draw)
    id += family.members.length
    for (const one of family.members) {
      records.push(write(one, family, draw, { again: false }))
      if (draw(10) === 0) records.push(write(one, family, draw, { again: true }))
    }
  }
  return records
}

function inventFamily(firstId: number, draw: Draw): Family {
  const tongue = tongues[draw(tongues.length)] as Tongue // an index below the length
  const pick = (list: readonly string[]) => list[draw(list.length)] ?? ''
  const given = (sex: 'f' | 'm') => pick(givenNamesOf(tongue, sex, draw(2) === 0))
  const roots = [
    ...words(pools[tongue].roots),
    ...givenNamesOf(tongue, 'm', true),
    ...givenNamesOf(tongue, 'm', false),
  ]
  const root = pick(roots)
  const father = given('m')
  const mother = given('f')
  const born = (from: number, years: number) => {
    const two = (value: number) => String(value).padStart(2, '0')
    return `${from + draw(years)}-${two(1 + draw(12))}-${two(1 + draw(28))}`
  }
  const member = (at: number, role: Member['role'], over: Partial<Member>): Member => ({
    id: firstId + at,
    role,
    tongue,
    sex: draw(2) === 0 ? 'f' : 'm',
    listed: true,
    given: '',
    father: given('m'),
    root,
    birthDate: born(2008, 14),
    mother: given('f'),
    maidenRoot: root,
    ...over,
  })
  const members = [
    member(0, 'father', { sex: 'm', given: father, birthDate: born(1975, 25) }),
    member(1, 'mother', {
      sex: 'f',
      given: mother,
      birthDate: born(1980, 22),
      maidenRoot: pick(roots),
    }),
  ]
  const children = new Set<string>()
  for (let at = 0; at < 1 + draw(4); at++) {
    const child = member(2 + at, 'child', { father, mother })
    child.given = given(child.sex)
    if (!children.has(child.given)) members.push({ ...child, id: firstId + members.length })
    children.add(child.given)
  }
  return { members, area: pick(areas) }
}

function write(one: Member, { members, area }: Family, draw: Draw, { again }: { again: boolean }): Written {
  const maiden = again && one.role === 'mother' && draw(3) === 0
  const paper = papers[draw(again ? papers.length : 3)] as Paper // an index below the length
  const elsewhere = again && draw(3) === 0
  const two = Number(one.birthDate.slice(8)) % 28
  const dates = [one.birthDate, one.birthDate, one.birthDate, one.birthDate.slice(0, 4)]
  const slipped = `${one.birthDate.slice(0, 8)}${String(two + 1).padStart(2, '0')}`
  return {
    person: one.id,
    maiden: maiden && one.maidenRoot !== one.root,
    fields: {
      name: render(maiden ? { ...one, root: one.maidenRoot } : one, paper, draw),
      birthDate: again && draw(10) === 0 ? slipped : dates[draw(again ? 4 : 3)],
      sex: one.sex,
      area: elsewhere ? (areas[draw(areas.length)] ?? area) : area,
      kin: kinOf(one, members, draw),
    },
  }
}

/** A list names every second relative. */
function kinOf(one: Member, members: readonly Member[], draw: Draw): PersonFields['kin'] {
  return members.flatMap(other => {
    if (other === one || draw(2) === 0) return []
    const relation = one.role === 'child' ? other.role : other.role === 'child' ? 'child' : 'spouse'
    if (one.role === 'child' && other.role === 'child') return []
    return [{ relation, name: render(other, papers[draw(3)] as Paper, draw) }] // one of the first three
  })
}

export interface QueueMeasured {
  /** Of what the queue shows, how much is one person. */
  precision: number
  /** Of the persons written twice, how many the queue shows. */
  recall: number
  /** The same of women who stand there under another family name. */
  marriedRecall: number
  shown: number
  /** Shown, and two persons whose family names differ. */
  wrongOtherFamily: number
  wrong: string[]
}

/** Compares every record with those that share a pair of words with it, or a word and the day of birth, as a node does. */
export function measureQueue(records: readonly Written[]): QueueMeasured {
  const cache = nameCache()
  const frequencies = countNames(records.map(one => one.fields.name ?? ''))
  const prepared = records.map(one => preparePerson(one.fields, frequencies, cache))
  const [found, all, married] = [tally(), tally(), tally()]
  const wrong: string[] = []
  let wrongOtherFamily = 0
  for (const [a, b] of candidatePairs(records)) {
    const [one, other] = [records[a], records[b]]
    const [left, right] = [prepared[a], prepared[b]]
    if (!one || !other || !left || !right) continue
    const { match, reasons } = comparePersons(left, right)
    const same = one.person === other.person
    if (same) count(one.maiden || other.maiden ? married : all, match)
    if (!match) continue
    count(found, same)
    if (same) continue
    if (reasons.some(({ code }) => code === 'family-differs')) wrongOtherFamily++
    wrong.push(`${JSON.stringify(one.fields)} | ${JSON.stringify(other.fields)}`)
  }
  const twice = pairsOfOne(records)
  return {
    precision: percent(found),
    recall: percent({ found: all.found + married.found, all: twice.all }),
    marriedRecall: percent({ found: married.found, all: twice.married }),
    shown: found.all,
    wrongOtherFamily,
    wrong,
  }
}

function pairsOfOne(records: readonly Written[]): { all: number; married: number } {
  const pairs = { all: 0, married: 0 }
  const seen = new Map<number, Written>()
  for (const one of records) {
    const first = seen.get(one.person)
    seen.set(one.person, one)
    if (!first) continue
    pairs.all++
    if (first.maiden || one.maiden) pairs.married++
  }
  return pairs
}

/** Blocks larger than this hold a name that tells nobody apart. */
const mostInBlock = 60

function* candidatePairs(records: readonly Written[]): Generator<[number, number]> {
  const blocks = new Map<string, number[]>()
  records.forEach(({ fields }, at) => {
    const keys = searchKeys(fields.name ?? '')
    const day = fields.birthDate?.length === 10 ? fields.birthDate : undefined
    const own = keys.flatMap(key => (key.startsWith('p:') ? [key] : day ? [`${key} ${day}`] : []))
    for (const key of new Set(own)) blocks.set(key, [...(blocks.get(key) ?? []), at])
  })
  const seen = new Set<number>()
  for (const block of blocks.values()) {
    if (block.length > mostInBlock) continue
    for (const [at, a] of block.entries()) {
      for (const b of block.slice(at + 1)) {
        const pair = a * records.length + b
        if (seen.has(pair)) continue
        seen.add(pair)
        yield [a, b]
      }
    }
  }
}
