/**
 * What becomes of a file that somebody brings: what the register can hold and the bringer may write is made here; all else is kept as
 * told by the sender. A consent is never made: nobody here asked. A referral neither: nobody here was asked for help.
 */
import type { Compartment } from '../access/compartments.ts'
import { basesOf } from '../people/kinship/kinds.ts'
import type { Outsider } from '../people/kinship/schema.ts'
import { birthRange } from '../people/rules.ts'
import type { ContactSection, IdentitySection, JourneySection } from '../people/schema.ts'
import { sectionOf } from '../plans/domains.ts'
import { sectionOfNeed } from './narrow.ts'
import type { CaseRecord, Goal, Relative } from './record.ts'

export const toldKinds = [
  'contact',
  'identity',
  'journey',
  'household',
  'relative',
  'functioning',
  'episode',
  'goal',
  'referral',
  'consent',
  'needs',
] as const
export type ToldKind = (typeof toldKinds)[number]
export interface ToldPart {
  kind: ToldKind
  compartment: Compartment
  content: object
}

export interface MadeRelative {
  kind: Relative['kind']
  basis: Relative['basis']
  standing: 'claimed' | 'contested' | 'refuted'
  since?: Relative['since']
  other: ({ who: 'outside' } & Omit<Outsider, 'outsiderId'>) | { who: 'unknown'; sex: Relative['sex'] }
}

export interface Divided {
  contact: ContactSection
  identity?: IdentitySection
  journey?: JourneySection
  relatives: MadeRelative[]
  goals: Goal[]
  told: ToldPart[]
}

/**
 * @param writes sections that the bringer writes
 * @param known the person is on the register: nothing of them is changed
 */
export function divide(
  record: CaseRecord,
  { writes, known, today }: { writes: (section: Compartment) => boolean; known: boolean; today: string },
): Divided {
  const { person, relatives, household, functioning, episode } = record
  const { contact, identity, journey } = person
  const told: ToldPart[] = []
  const keep = (kind: ToldKind, compartment: Compartment, content: object | undefined) => {
    if (content) told.push({ kind, compartment, content })
  }
  const may = (section: Compartment) => !known && writes(section)
  if (known) keep('contact', 'contact', contact)
  if (!may('identity')) keep('identity', 'identity', identity)
  if (!may('journey')) keep('journey', 'journey', journey)
  keep('household', 'kinship', household)
  const made: MadeRelative[] = []
  for (const one of relatives) {
    const its = may('kinship') ? relativeOf(one, today) : undefined
    if (its) made.push(its)
    else keep('relative', 'kinship', one)
  }
  keep('functioning', 'health', functioning)
  keep('episode', 'social', episode)
  const goals: Goal[] = []
  for (const plan of record.plans)
    for (const goal of plan.goals) {
      if (plan.kind === 'individual' && may(sectionOf[goal.domain])) goals.push(goal)
      else keep('goal', sectionOf[goal.domain], goal)
    }
  for (const one of record.referrals) keep('referral', 'social', one)
  for (const one of record.consents) keep('consent', 'contact', one)
  for (const { version, takenOn, levels } of record.needs)
    for (const level of levels) keep('needs', sectionOfNeed(version, level.domain), { ...level, takenOn })
  return {
    contact,
    ...(identity && may('identity') ? { identity } : {}),
    ...(journey && may('journey') ? { journey } : {}),
    relatives: made,
    goals,
    told,
  }
}

/** What was proved there is told here. One that has ended, or begins ahead, is kept as it was told. */
function relativeOf(one: Relative, today: string): MadeRelative | undefined {
  const since = one.since && birthRange(one.since)
  if (one.endReason || one.until || (since && since.from > today)) return undefined
  if (one.name === undefined && one.kind !== 'parent') return undefined
  return {
    kind: one.kind,
    basis: basesOf(one.kind).includes(one.basis) ? one.basis : 'not-said',
    standing: one.standing === 'proved' ? 'claimed' : one.standing,
    ...(one.since ? { since: one.since } : {}),
    other:
      one.name === undefined
        ? { who: 'unknown', sex: one.sex }
        : {
            who: 'outside',
            name: one.name,
            sex: one.sex,
            life: one.life ?? 'not-known',
            ...(one.birth ? { birth: one.birth } : {}),
            ...(one.died ? { died: one.died } : {}),
          },
  }
}
