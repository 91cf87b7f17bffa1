/**
 * Who is what to whom in an invented family: parents as papers or words have them, fathers who are dead, abroad or not
 * known, guardians with an order or only in fact. Here and there something contested, ended, or not going together, so
 * that the checklist has something to show. A stream of chance of its own: the people stay as they were.
 */
import type { Language } from '@kerege/contract/common'
import { canonical, type KinBasis, type KinKind } from '@kerege/contract/people/kinship/kinds'
import type {
  EndReason,
  Evidence,
  KinStanding,
  Outsider,
  RoughDate,
} from '@kerege/contract/people/kinship/schema'
import { addDays, daysBetween } from './days.ts'
import type { Family, Member } from './families.ts'
import { pools, surnameText } from './names/forms.ts'
import type { Random } from './random.ts'

export interface DemoRelation {
  id: string
  personId: string
  kind: KinKind
  basis: KinBasis
  standing: KinStanding
  otherId?: string
  outsider?: Outsider
  unknownSex?: 'female' | 'male'
  since?: RoughDate
  until?: RoughDate
  endReason?: EndReason
  evidence: Evidence[]
  createdAt: string
}

/** What somebody has to look at in a family: a second man named, a second mother with a paper, a death before a birth. */
export const twists = ['contested', 'two-mothers', 'early-death'] as const

interface Ground {
  twist?: (typeof twists)[number] | undefined
  family: Family
  /** Index-aligned with the members; a family that was cut short has fewer. */
  ids: readonly string[]
  language: Language
  today: string
  createdAt: string
  /** The time that ids carry. */
  time: number
}

type Draft = Omit<DemoRelation, 'id' | 'createdAt' | 'evidence'> & { evidence?: Evidence[] }
interface Placed extends Member {
  id: string
}

const offices: Partial<Record<Language, { registry: string; commission: string; laboratory: string }>> = {
  kk: {
    registry: 'АХАЖ бөлімі (ойдан шығарылған)',
    commission: 'Қамқорлық комиссиясы (ойдан шығарылған)',
    laboratory: 'Сараптама орталығы (ойдан шығарылған)',
  },
  uz: {
    registry: 'FHDYO boʻlimi (oʻylab topilgan)',
    commission: 'Vasiylik komissiyasi (oʻylab topilgan)',
    laboratory: 'Ekspertiza markazi (oʻylab topilgan)',
  },
  ky: {
    registry: 'ЖААК бөлүмү (ойдон чыгарылган)',
    commission: 'Камкордук комиссиясы (ойдон чыгарылган)',
    laboratory: 'Экспертиза борбору (ойдон чыгарылган)',
  },
  tg: {
    registry: 'Шуъбаи САҲШ (бофта)',
    commission: 'Комиссияи парасторӣ (бофта)',
    laboratory: 'Маркази ташхис (бофта)',
  },
}

export function inventRelations(chance: Random, ground: Ground): DemoRelation[] {
  const { family, ids, createdAt, time } = ground
  const members = family.members.flatMap((member, at): Placed[] => {
    const id = ids[at]
    return id ? [{ ...member, id }] : []
  })
  const drafts = [
    ...parents(chance, ground, members),
    ...elders(chance, ground, members),
    ...siblings(members),
  ]
  return drafts.map(draft => {
    const way = draft.otherId ? canonical(draft.personId, draft.kind, draft.otherId) : undefined
    return {
      ...draft,
      ...(way ? { personId: way.person, kind: way.kind, otherId: way.other } : {}),
      id: chance.id(time),
      evidence: draft.evidence ?? [],
      createdAt,
    }
  })
}

const withRole = (members: readonly Placed[], ...roles: Member['role'][]) =>
  members.filter(member => roles.includes(member.role))
const day = (date: string): RoughDate => ({ precision: 'day', date })
const yearOf = (date: string): RoughDate => ({ precision: 'year', year: Number(date.slice(0, 4)) })

function parents(chance: Random, ground: Ground, members: readonly Placed[]): Draft[] {
  const children = withRole(members, 'child')
  const [mother] = withRole(members, 'mother')
  const [father] = withRole(members, 'father')
  const [oldest] = children
  if (!oldest) return []
  // A mother kept the papers of all her children or of none.
  const papers = chance.chance(0.6)
  const absent = {
    mother: absentMother(chance, ground, oldest),
    father: absentFather(chance, ground, oldest),
  }
  const drafts = children.flatMap((child): Draft[] => [
    ...(mother
      ? [ofPresent(chance, ground, child, mother, papers)]
      : [ofAbsent(child, absent.mother, 'female')]),
    ...(father
      ? [ofPresent(chance, ground, child, father, papers)]
      : [ofAbsent(child, child.father === undefined ? undefined : absent.father, 'male')]),
  ])
  return [
    ...drafts,
    ...marriage(mother, father, oldest.father === undefined ? undefined : absent.father),
    ...disputed(chance, ground, children, mother),
  ]
}

function ofPresent(chance: Random, ground: Ground, child: Placed, parent: Placed, papers: boolean): Draft {
  const proof: Evidence[] = papers
    ? [{ type: 'birth-certificate', office: offices[ground.language]?.registry }]
    : chance.chance(0.08)
      ? [geneticTest(chance, ground)]
      : [{ type: 'own-words' }]
  const proved = proof.some(({ type }) => type !== 'own-words')
  return {
    personId: child.id,
    kind: 'parent',
    basis: 'biological',
    standing: proved ? 'proved' : 'claimed',
    otherId: parent.id,
    evidence: proof,
  }
}

const geneticTest = (chance: Random, { today, language }: Ground): Evidence => ({
  type: 'genetic-test',
  doneOn: addDays(today, -chance.int(20, 300)),
  result: 'supports',
  custodian: offices[language]?.laboratory ?? 'Laboratory (invented)',
})

const ofAbsent = (child: Placed, outsider: Outsider | undefined, unknownSex: 'female' | 'male'): Draft => ({
  personId: child.id,
  kind: 'parent',
  basis: outsider ? 'biological' : 'not-said',
  standing: 'claimed',
  ...(outsider ? { outsider } : { unknownSex }),
})

function absentFather(chance: Random, ground: Ground, oldest: Placed): Outsider {
  const name = `${surnameText(oldest.surname, 'male')} ${oldest.father ?? ''}`.trim()
  return outsider(chance, ground, name, 'male', oldest)
}

/** Half of the children who came alone have a mother whose name they know. */
function absentMother(chance: Random, ground: Ground, oldest: Placed): Outsider | undefined {
  const name = `${surnameText(oldest.surname, 'female')} ${chance.pick(pools[oldest.surname.tradition].female)}`
  const known = outsider(chance, ground, name, 'female', oldest)
  return chance.chance(0.55) ? known : undefined
}

function outsider(
  chance: Random,
  { today, time, family, twist }: Ground,
  name: string,
  sex: 'female' | 'male',
  oldest: Placed,
): Outsider {
  const life = chance.weighted([
    ['died', 50],
    ['not-known', 40],
    ['alive', 10],
  ] as const)
  const youngest = family.members.filter(({ role }) => role === 'child').at(-1) ?? oldest
  const days = chance.int(400, Math.max(405, daysBetween(youngest.born, today) - 30))
  const early = twist === 'early-death'
  const died = addDays(youngest.born, early ? -400 : days)
  return {
    outsiderId: chance.id(time),
    name,
    sex,
    life: early ? 'died' : life,
    ...(early ? { died: day(died) } : life === 'died' ? { died: yearOf(died) } : {}),
  }
}

function marriage(
  mother: Placed | undefined,
  father: Placed | undefined,
  absent: Outsider | undefined,
): Draft[] {
  if (!mother) return []
  const said = { personId: mother.id, kind: 'spouse', basis: 'marital', standing: 'claimed' } as const
  if (father) return [{ ...said, otherId: father.id }]
  if (!absent) return []
  if (absent.life !== 'died') return [{ ...said, outsider: absent }]
  return [{ ...said, outsider: absent, endReason: 'died', ...(absent.died ? { until: absent.died } : {}) }]
}

/** A second man is named, or a second mother has a paper: rare, and what the checklist and the dotted line are for. */
function disputed(
  chance: Random,
  ground: Ground,
  children: readonly Placed[],
  mother: Placed | undefined,
): Draft[] {
  const youngest = children.at(-1)
  if (!youngest) return []
  const other = (sex: 'female' | 'male') => {
    const { tradition } = youngest.surname
    const name = `${surnameText(youngest.surname, sex)} ${chance.pick(pools[tradition][sex])}`
    return { ...outsider(chance, ground, name, sex, youngest), life: 'not-known' as const, died: undefined }
  }
  const said = { personId: youngest.id, kind: 'parent', basis: 'biological' } as const
  if (ground.twist === 'contested')
    return [{ ...said, standing: 'contested', outsider: plain(other('male')) }]
  if (mother && ground.twist === 'two-mothers') {
    const letter: Evidence = { type: 'consular-letter' }
    return [{ ...said, standing: 'proved', outsider: plain(other('female')), evidence: [letter] }]
  }
  return []
}
const plain = ({ died: _, ...one }: Outsider & { died?: RoughDate | undefined }): Outsider => one

function elders(chance: Random, ground: Ground, members: readonly Placed[]): Draft[] {
  const children = withRole(members, 'child')
  const [mother] = withRole(members, 'mother')
  const [oldest] = children
  const commission = offices[ground.language]?.commission
  return withRole(members, 'guardian', 'grandparent').flatMap((elder): Draft[] => {
    if (!oldest) return []
    const gap = daysBetween(elder.born, oldest.born) / 365.25
    const old = gap >= 34
    // A grandmother at home is the mother's mother, where she is old enough to be.
    if (mother && daysBetween(elder.born, mother.born) / 365.25 >= 15) {
      return [
        { personId: mother.id, kind: 'parent', basis: 'biological', standing: 'claimed', otherId: elder.id },
      ]
    }
    const order = chance.chance(0.7)
    const kin = children.map(
      (child): Draft => ({
        personId: child.id,
        kind: old ? 'grandparent' : 'aunt-uncle',
        basis: 'biological',
        standing: 'claimed',
        otherId: elder.id,
      }),
    )
    if (elder.role !== 'guardian') return kin
    const wards = children.map(
      (child): Draft => ({
        personId: child.id,
        kind: 'guardian',
        basis: order ? 'legal' : 'care',
        standing: order ? 'proved' : 'claimed',
        otherId: elder.id,
        since: day(ground.createdAt.slice(0, 10)),
        evidence: order ? [{ type: 'guardianship-order', office: commission }] : [],
      }),
    )
    return [...kin, ...wards, ...formerGuardian(chance, ground, children, elder), ...couple(members, elder)]
  })
}

/** Grandmother and grandfather who care for the children together. */
function couple(members: readonly Placed[], guardian: Placed): Draft[] {
  const husband = withRole(members, 'grandparent').find(({ sex }) => sex !== guardian.sex)
  if (!husband) return []
  const said = { personId: guardian.id, kind: 'spouse', basis: 'marital', standing: 'proved' } as const
  return [{ ...said, otherId: husband.id, evidence: [{ type: 'marriage-certificate' }] }]
}

/** Before this one somebody else cared for them, for a while. */
function formerGuardian(chance: Random, ground: Ground, children: readonly Placed[], after: Placed): Draft[] {
  if (!chance.chance(0.1)) return []
  const { tradition } = after.surname
  const name = `${surnameText(after.surname, 'female')} ${chance.pick(pools[tradition].female)}`
  const before: Outsider = {
    outsiderId: chance.id(ground.time),
    name,
    sex: 'female',
    life: 'alive',
  }
  const until = day(ground.createdAt.slice(0, 10))
  return children.map(child => ({
    personId: child.id,
    kind: 'guardian',
    basis: 'care',
    standing: 'claimed',
    outsider: before,
    until,
    endReason: 'guardianship-ended',
  }))
}

/** Children who came without parents are written down as brothers and sisters: nobody may take them apart unseen. */
function siblings(members: readonly Placed[]): Draft[] {
  if (withRole(members, 'mother', 'father').length > 0) return []
  const children = withRole(members, 'child')
  return children.flatMap((one, at) =>
    children.slice(at + 1).map(
      (other): Draft => ({
        personId: one.id,
        kind: 'sibling',
        basis: 'biological',
        standing: 'claimed',
        otherId: other.id,
      }),
    ),
  )
}
