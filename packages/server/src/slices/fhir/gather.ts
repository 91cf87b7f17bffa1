/**
 * A case as far as it is open to the actor, gathered by the very functions that answer the screens: what a role does not see there is
 * not in the file either.
 */
import { compartments, type Compartment } from '@kerege/contract/access/compartments'
import type { Verb } from '@kerege/contract/access/roles'
import { needsId } from '@kerege/contract/assessments/needs'
import { textIn } from '@kerege/contract/common'
import type { Consent as SaidConsent } from '@kerege/contract/consents/schema'
import { notFound } from '@kerege/contract/errors'
import type { CaseRecord, Consent, Plan, Relative } from '@kerege/contract/fhir/record'
import type { Relation } from '@kerege/contract/people/kinship/schema'
import type { Person } from '@kerege/contract/people/schema'
import type { Plan as WholePlan } from '@kerege/contract/plans/schema'
import type { Context } from '../../platform/context.ts'
import { assessmentsOf } from '../assessments/index.ts'
import { wholeCase } from '../cases/index.ts'
import { consentsOf } from '../consents/index.ts'
import { readPerson, relationsOf } from '../people/index.ts'
import { plansOfCase } from '../plans/index.ts'
import { referralsOf, wholeReferral } from '../referrals/index.ts'

export interface Gathered {
  personId: string
  record: CaseRecord
  /** Sections that are not open to the actor. */
  shut: Compartment[]
  /** In the order of the record, with their ids. */
  consentIds: string[]
}

/** As many as anybody reads; the latest. */
const mostNeeds = 20
const mostReferrals = 30

/** @throws DomainError `not-found`, for a stranger's case and for none alike */
export async function gather(ctx: Context, caseId: string): Promise<Gathered> {
  const may = (verb: Verb) => ctx.actor.verbs.includes(verb)
  const found = await wholeCase(ctx, caseId)
  const person = await readPerson(ctx, found.personId)
  if (!person.contact) throw notFound()
  const relations = person.open.includes('kinship') ? (await relationsOf(ctx, person.id)).rows : []
  const plans = may('plans.read') ? await plansOfCase(ctx, caseId) : undefined
  const consents = may('consents.read') ? (await consentsOf(ctx, person.id)).rows : []
  const looks = may('assessments.read') ? (await assessmentsOf(ctx, person.id)).rows : []
  return {
    personId: person.id,
    shut: compartments.filter(one => !person.open.includes(one)),
    consentIds: consents.map(one => one.id),
    record: {
      ...whoOf(person, person.contact),
      relatives: relations.flatMap(relativeOf),
      episode: {
        state: found.state,
        openedAt: found.openedAt,
        steps: found.steps.map(({ to, at }) => ({ to, at })),
      },
      plans: plans ? [latest(plans.plans), latest(plans.family)].flatMap(plan => plan ?? []) : [],
      referrals: may('referrals.make') ? await referralsIn(ctx, person.id) : [],
      consents: consents.map(consentOf),
      needs: looks
        .filter(one => one.instrument === needsId && one.state === 'finished')
        .slice(0, mostNeeds)
        .map(one => ({
          about: one.about,
          version: one.instrumentVersion,
          takenOn: one.takenOn,
          levels: one.levels ?? [],
        })),
    },
  }
}

function whoOf(
  person: Person,
  contact: NonNullable<Person['contact']>,
): Pick<CaseRecord, 'person' | 'functioning' | 'household'> {
  const { identity, journey, health, kinship } = person
  const home = kinship?.household
  // Addresses are another part of a person in FHIR, and come back behind the rest.
  const last = (one: { system: string }) => Number(one.system === 'address')
  return {
    person: {
      contact: { ...contact, contacts: contact.contacts.toSorted((a, b) => last(a) - last(b)) },
      ...(identity ? { identity } : {}),
      ...(journey ? { journey } : {}),
      area: person.area,
    },
    ...(health?.disability ? { functioning: health.disability } : {}),
    ...(home
      ? {
          household: {
            name: home.name,
            role: home.role,
            members: home.members
              .filter(one => one.personId !== person.id)
              .map(({ label, role, since }) => ({ name: label, role, ...(since ? { since } : {}) })),
          },
        }
      : {}),
  }
}

function relativeOf(one: Relation): Relative[] {
  const { other } = one
  const said = {
    kind: one.kind,
    basis: one.basis,
    standing: one.standing,
    ...(one.since ? { since: one.since } : {}),
    ...(one.until ? { until: one.until } : {}),
    ...(one.endReason ? { endReason: one.endReason } : {}),
  }
  switch (other.who) {
    case 'person':
      return [{ ...said, name: other.label.slice(0, 160), sex: other.sex, birth: other.birth }]
    case 'outside':
      return [
        {
          ...said,
          name: other.name,
          sex: other.sex,
          life: other.life,
          ...(other.birth ? { birth: other.birth } : {}),
          ...(other.died ? { died: other.died } : {}),
        },
      ]
    case 'unknown':
      return [{ ...said, sex: other.sex }]
    // Of somebody who was erased nothing is told to anybody.
    case 'erased':
      return []
  }
}

/** The one in force, else the one that is written now. */
function latest(plans: readonly WholePlan[]): Plan | undefined {
  const plan =
    plans.find(one => one.state === 'current') ??
    plans.find(one => one.state === 'agreed' || one.state === 'draft')
  return (
    plan && {
      kind: plan.kind,
      state: plan.state,
      madeAt: plan.madeAt,
      goals: plan.goals.map(goal => ({
        domain: goal.domain,
        words: goal.words,
        language: goal.language,
        ...(goal.baseline ? { baseline: goal.baseline } : {}),
        target: goal.target,
        ...(goal.indicator ? { indicator: goal.indicator } : {}),
        due: goal.due,
        ...(goal.outcome ? { came: goal.outcome.came } : {}),
        actions: goal.actions.map(one => ({
          kind: one.kind,
          words: one.words,
          ...(one.who ? { who: one.who } : {}),
          ...(one.due ? { due: one.due } : {}),
          done: one.doneOn !== undefined,
        })),
      })),
    }
  )
}

async function referralsIn(ctx: Context, personId: string): Promise<CaseRecord['referrals']> {
  const { rows } = await referralsOf(ctx, personId)
  const found: CaseRecord['referrals'] = []
  for (const { id } of rows.slice(0, mostReferrals)) {
    const one = await wholeReferral(ctx, id)
    found.push({
      state: one.state,
      purpose: one.purpose,
      language: one.language,
      task: one.task,
      answerBy: one.answerBy,
      service: [one.service.name, one.service.organisation]
        .map(name => textIn(name, one.language).text)
        .join(', ')
        .slice(0, 400),
    })
  }
  return found
}

const consentOf = (one: SaidConsent): Consent => ({
  kind: one.kind,
  ...(one.givenBy ? { givenBy: one.givenBy } : {}),
  effect: one.effect,
  purposes: one.purposes,
  recipients: one.recipients,
  contacts: one.contacts.map(contact => contact.organisation),
  classes: one.classes,
  since: one.since,
  ...(one.until ? { until: one.until } : {}),
  recordedAt: one.recordedAt,
})
