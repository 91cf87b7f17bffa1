/**
 * What of a case may go to somebody else: the sections that are covered, and of these only what the register of sharing writes down as
 * told (consents/recipients.ts). Never the journey; never a number that is not to be mentioned; never whom else the family let hear of them.
 */
import type { Compartment } from '../access/compartments.ts'
import { needs, needsOf } from '../assessments/needs.ts'
import type { Tellable, ToldField } from '../consents/recipients.ts'
import { shownName } from '../people/rules.ts'
import type { IdentitySection } from '../people/schema.ts'
import { sectionOf } from '../plans/domains.ts'
import type { CaseRecord, Consent, Relative } from './record.ts'

/** The field in which the words of a section are written down as told. */
export const wordedBy: Readonly<Partial<Record<Compartment, ToldField>>> = {
  social: 'living',
  health: 'health-needs',
  mhpss: 'care-needs',
  education: 'learning',
  legal: 'legal-matter',
  protection: 'protection-need',
}

/** @param rests what was agreed that covers it: the receiver sees its limits */
export function narrowed(record: CaseRecord, classes: readonly Tellable[], rests?: Consent): CaseRecord {
  const has = (section: Compartment) => classes.some(one => one === section)
  const worded = (section: Compartment) => has(section) && wordedBy[section] !== undefined
  const { contact, identity } = record.person
  return {
    person: {
      contact: {
        ...contact,
        names: contact.names.filter(name => name === shownName(contact.names)),
        contacts: contact.contacts.filter(one => one.discretion !== 'never-mention'),
      },
      ...(identity && has('identity') ? { identity: official(identity) } : {}),
    },
    ...(record.functioning && has('health') ? { functioning: record.functioning } : {}),
    relatives: has('kinship') ? record.relatives.filter(caresFor) : [],
    ...(record.household && has('kinship') ? { household: record.household } : {}),
    ...(record.episode && has('social') ? { episode: record.episode } : {}),
    plans: record.plans
      .map(plan => ({ ...plan, goals: plan.goals.filter(goal => worded(sectionOf[goal.domain])) }))
      .filter(plan => plan.goals.length > 0),
    referrals: has('social') ? record.referrals : [],
    consents: rests ? [rests] : [],
    needs: record.needs
      .map(one => ({
        ...one,
        levels: one.levels.filter(({ domain }) => worded(sectionOfNeed(one.version, domain))),
      }))
      .filter(one => one.levels.length > 0),
  }
}

/** The name of the papers, and what is claimed or proved. */
function official(identity: IdentitySection): IdentitySection {
  const { names, citizenships, identifiers } = identity
  const first = names.find(name => name.use === 'official') ?? names[0]
  return {
    names: first ? [first] : [],
    citizenships: citizenships.filter(({ standing }) => standing === 'proved' || standing === 'claimed'),
    identifiers,
  }
}

/** Of relatives only who cares for the child today. */
const caresFor = (one: Relative): boolean =>
  ['parent', 'guardian', 'foster-carer'].includes(one.kind) &&
  one.name !== undefined &&
  one.endReason === undefined &&
  one.standing !== 'refuted' &&
  one.life !== 'died'

export const sectionOfNeed = (version: string, domain: string): Compartment =>
  (needsOf(version) ?? needs).domains.find(one => one.id === domain)?.compartment ?? 'protection'

/** Words of each section that are in it, for the register of sharing. */
export function wordsOf(record: CaseRecord): Partial<Record<ToldField, string>> {
  const said = new Map<ToldField, string[]>()
  const say = (section: Compartment, ...words: (string | undefined)[]) => {
    const field = wordedBy[section]
    const text = words.filter(Boolean).join(' · ')
    if (field && text) said.set(field, [...(said.get(field) ?? []), text])
  }
  for (const goal of record.plans.flatMap(plan => plan.goals))
    say(
      sectionOf[goal.domain],
      goal.words,
      goal.baseline,
      goal.target,
      goal.indicator,
      ...goal.actions.flatMap(one => [one.words, one.who]),
    )
  for (const { version, levels } of record.needs)
    for (const { domain, level, reason } of levels)
      say(sectionOfNeed(version, domain), `${domain} ${level}`, reason)
  for (const one of record.referrals) say('social', one.service, one.task)
  if (record.episode) say('social', record.episode.state)
  return Object.fromEntries([...said].map(([field, texts]) => [field, texts.join('\n')]))
}
