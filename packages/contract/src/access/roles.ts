/**
 * Every role as a readable table: scope x compartments x read and write, and the verbs on top.
 * Source: DESIGN of the project and the practice of the region (GLOSSARY.md, "roles"). There is no role for
 * security services and none may be added: they are served by a recorded disclosure (SECURITY.md).
 * Server, role test, "what may I do" screen and the database session are all derived from this file.
 */
import { z } from 'zod'
import { type Compartment, compartments } from './compartments.ts'

/**
 * Whose records: granted to oneself (`own`), for a task or for a sitting of a commission (both end),
 * one's team's, one's agency's, one's areas', or the whole node's.
 */
export const scopes = ['own', 'task', 'sitting', 'team', 'agency', 'area', 'node'] as const
export const Scope = z.enum(scopes)
export type Scope = z.infer<typeof Scope>

export const verbs = [
  'people.read', // open the register within one's scopes
  'people.register', // put a new person on the register
  'people.correct', // change what is written, with history
  'people.assign', // say who works with whom
  'people.merge', // say that two records are one person, and take it back
  'people.erase', // ask for a person's erasure (a second person decides)
  'cases.read', // the queue of cases, where each stands
  'cases.open', // say that a person needs somebody: a case is opened, or the open one joined
  'cases.work', // be given cases, and take their steps
  'cases.assign', // give cases to workers and teams
  'transfers.answer', // take over cases that another team or agency offers to one's own
  'consents.read', // what was agreed about sharing, and who was told what
  'consents.record', // write down a yes, a no, and that it was taken back
  'disclosures.make', // tell a school, a clinic, an office what it needs, and record it
  'requests.answer', // record what an authority asks in writing, and propose the answer (a second person decides)
  'files.request', // record that somebody asks to see their file, and hand it over once a second person released it
  'complaints.record', // write down a complaint that a family makes, without seeing it afterwards
  'complaints.handle', // see complaints outside one’s own line, look into them, answer
  'casework.read', // notes, incidents and concerns, within one's sections
  'casework.write', // write them, and what stands in the way, within the sections that one writes
  'assessments.read', // what was found of needs, and by instruments, within one's sections
  'assessments.take', // assess needs, and take instruments, within the sections that one writes
  'plans.read', // plans of people, as far as the sections of their goals are one's own
  'plans.write', // goals within the sections that one writes, the family's yes, reviews
  'plans.approve', // let a plan that the family agreed come into force
  'interests.read', // what is best for a child: assessments and determinations; by a sitting, those on which one sits
  'interests.write', // assess it, call a panel, write down its decision
  'interests.review', // say that a colleague's assessment stands
  'services.read', // the directory of services: where a family can be sent
  'services.keep', // put services on it, change them, say that they were checked
  'referrals.make', // ask a service for help, and keep in sight what comes of it
  'referrals.answer', // answer what was asked of oneself or one's agency, and see that and nothing else
  'instruments.administer', // official texts of instruments, and cut-offs for a language
  'documents.read',
  'documents.add',
  'tasks.work', // own tasks, and tasks of one's team where scope allows
  'approvals.ask',
  'approvals.decide',
  'export', // take rows out as a file, with a reason
  'release', // let protected figures or a disclosure leave the node
  'glass.break', // open one person's file in an emergency, for an hour, read only; a second person is told at once
  'glass.review', // be told of it, and say afterwards whether it was justified
  'audit.search', // who saw what, and why
  'audit.seen', // "who saw this" of a record that one may open
  'accounts.administer',
  'areas.administer',
  'jobs.administer',
  'figures.edit', // enter published figures at the hub, prefer one of several with a reason
  'council.read', // sessions, decisions under way and what became of them
  'council.speak', // with a voice: ask for the floor, make statements; object for a member
  'council.prepare', // sessions, papers, delegations, drafts of decisions
  'council.decide', // put a decision to the members, and say what came of it
  'practices.read', // good practices of the region, at the hub and as fetched at a node
  'practices.council', // at the hub: also practices that are for the Council only
  'practices.write', // at the hub: bring a practice, ask, answer, stand in the directory
  'practices.review', // grade what others brought
  'practices.adopt', // say that one is tried, and how it went
  'practices.confirm', // for a state: confirm its practices and its people in the directory
  'practices.moderate', // choose reviewers, publish, retract, keep the thesaurus and the questions in order
  'trainings.take', // ask for trainings, take part
  'trainings.run', // hold trainings and study visits
  'guidance.read', // at a node: decisions of the Council for the work here
  'guidance.confirm', // say how guidance is put into practice, and whether the hub is told
  'repatriation.read', // see operations of one's agency, and those that one works in
  'repatriation.lead', // prepare an operation, freeze its list, call it off
  'repatriation.register', // keep the list: people, families, proof, consent
  'repatriation.board', // tick people off at boarding and arrival
  'reception.work', // rooms, belongings, handing over
] as const
export const Verb = z.enum(verbs)
export type Verb = z.infer<typeof Verb>

export type NodeKind = 'national' | 'hub'

export interface Grant {
  readonly scope: Scope
  readonly read: readonly Compartment[]
  readonly write: readonly Compartment[]
}

export interface Role {
  readonly nodes: readonly NodeKind[]
  /** Roles that see personal data cannot work without a second factor. */
  readonly secondFactor: boolean
  readonly grants: readonly Grant[]
  /**
   * What is read of a file that was opened in an emergency: never more than the role reads elsewhere, never for writing. `children`: those
   * of the household come with it. Only for roles that care for people (docs/glass.md).
   */
  readonly glass?: { readonly read: readonly Compartment[]; readonly children: boolean }
  readonly verbs: readonly Verb[]
}

const c = (list: string): readonly Compartment[] =>
  list === 'all' ? compartments : (list.split(' ').filter(Boolean) as Compartment[])
const v = (list: string): readonly Verb[] => list.split(' ').filter(Boolean) as Verb[]
const national: readonly NodeKind[] = ['national']
const hub: readonly NodeKind[] = ['hub']
const both: readonly NodeKind[] = ['national', 'hub']

export const roles = {
  // ------------------------------------------------------------ scope      read                                   write
  consularOfficer: {
    nodes: national,
    secondFactor: true,
    grants: [
      {
        scope: 'agency',
        read: c('contact identity kinship journey'),
        write: c('contact identity kinship journey'),
      },
    ],
    verbs: v(
      'people.read people.register people.correct documents.read documents.add tasks.work approvals.ask audit.seen guidance.read practices.read repatriation.read repatriation.register repatriation.board complaints.record',
    ),
  },
  operationLead: {
    nodes: national,
    secondFactor: true,
    grants: [
      {
        scope: 'agency',
        read: c('contact identity kinship journey'),
        write: c('contact identity kinship journey'),
      },
      {
        scope: 'task',
        read: c('contact identity kinship journey'),
        write: c('contact identity kinship journey'),
      },
    ],
    verbs: v(
      'people.read people.register people.correct people.assign people.merge documents.read documents.add tasks.work approvals.ask approvals.decide export audit.seen guidance.read practices.read repatriation.read repatriation.lead repatriation.register repatriation.board reception.work cases.open complaints.record services.read',
    ),
  },
  receptionOfficer: {
    nodes: national,
    secondFactor: true,
    grants: [
      {
        scope: 'team',
        read: c('contact identity kinship health'),
        write: c('contact identity kinship health'),
      },
      // The people of an operation, for the time of the operation.
      {
        scope: 'task',
        read: c('contact identity kinship health'),
        write: c('contact identity kinship health'),
      },
    ],
    verbs: v(
      'people.read people.register people.correct documents.read documents.add tasks.work approvals.ask audit.seen guidance.read practices.read repatriation.read repatriation.board reception.work cases.open complaints.record services.read',
    ),
  },
  caseManager: {
    nodes: national,
    secondFactor: true,
    grants: [
      {
        scope: 'own',
        read: c('contact identity kinship journey social health education legal protection'),
        write: c('contact identity kinship journey social education protection'),
      },
      { scope: 'team', read: c('contact'), write: c('') },
    ],
    glass: {
      read: c('contact identity kinship journey social health education legal protection'),
      children: true,
    },
    verbs: v(
      'people.read people.register people.correct documents.read documents.add tasks.work approvals.ask audit.seen guidance.read practices.read cases.read cases.open cases.work assessments.read assessments.take consents.read consents.record disclosures.make requests.answer plans.read plans.write casework.read casework.write interests.read interests.write complaints.record services.read referrals.make referrals.answer files.request glass.break',
    ),
  },
  supervisor: {
    nodes: national,
    secondFactor: true,
    grants: [
      {
        scope: 'team',
        read: c('contact identity kinship journey social health education legal protection'),
        write: c('contact identity kinship social protection'),
      },
      { scope: 'agency', read: c('contact'), write: c('') },
    ],
    glass: {
      read: c('contact identity kinship journey social health education legal protection'),
      children: true,
    },
    verbs: v(
      'people.read people.register people.correct people.assign people.merge people.erase documents.read documents.add tasks.work approvals.ask approvals.decide export audit.seen guidance.read practices.read cases.read cases.open cases.work cases.assign transfers.answer assessments.read assessments.take consents.read consents.record disclosures.make requests.answer plans.read plans.write plans.approve casework.read casework.write interests.read interests.write interests.review complaints.record services.read services.keep referrals.make referrals.answer files.request glass.break glass.review',
    ),
  },
  nationalCoordinator: {
    nodes: national,
    secondFactor: true,
    grants: [{ scope: 'node', read: c('contact identity kinship'), write: c('') }],
    verbs: v(
      'people.read people.assign people.merge people.erase documents.read tasks.work approvals.ask approvals.decide export release audit.seen guidance.read practices.read guidance.confirm repatriation.read cases.read cases.assign consents.read requests.answer complaints.record services.read services.keep glass.review',
    ),
  },
  psychologist: {
    nodes: national,
    secondFactor: true,
    grants: [{ scope: 'task', read: c('contact mhpss'), write: c('mhpss') }],
    glass: { read: c('contact mhpss'), children: false },
    verbs: v(
      'people.read people.correct documents.read documents.add tasks.work approvals.ask guidance.read practices.read repatriation.read assessments.read assessments.take consents.read disclosures.make plans.read plans.write casework.read casework.write complaints.record services.read referrals.answer files.request glass.break',
    ),
  },
  doctor: {
    nodes: national,
    secondFactor: true,
    grants: [{ scope: 'task', read: c('contact health'), write: c('health') }],
    glass: { read: c('contact health'), children: true },
    verbs: v(
      'people.read people.correct documents.read documents.add tasks.work approvals.ask guidance.read practices.read repatriation.read assessments.read assessments.take consents.read disclosures.make plans.read plans.write casework.read casework.write complaints.record services.read referrals.answer files.request glass.break',
    ),
  },
  teacher: {
    nodes: national,
    secondFactor: true,
    grants: [{ scope: 'task', read: c('contact education'), write: c('education') }],
    verbs: v(
      'people.read people.correct documents.read documents.add tasks.work guidance.read practices.read assessments.read assessments.take plans.read plans.write casework.read casework.write complaints.record services.read referrals.answer',
    ),
  },
  lawyer: {
    nodes: national,
    secondFactor: true,
    grants: [{ scope: 'task', read: c('contact identity kinship legal'), write: c('identity legal') }],
    verbs: v(
      'people.read people.correct documents.read documents.add tasks.work approvals.ask guidance.read practices.read assessments.read assessments.take consents.read disclosures.make plans.read plans.write casework.read casework.write complaints.record services.read referrals.answer files.request',
    ),
  },
  guardianshipOfficer: {
    nodes: national,
    secondFactor: true,
    grants: [
      { scope: 'sitting', read: c('contact identity kinship social education protection'), write: c('') },
    ],
    verbs: v(
      'people.read documents.read tasks.work approvals.decide guidance.read practices.read assessments.read plans.read interests.read complaints.record services.read referrals.answer',
    ),
  },
  ngoWorker: {
    nodes: national,
    secondFactor: true,
    grants: [{ scope: 'task', read: c('contact'), write: c('') }],
    verbs: v(
      'people.read tasks.work guidance.read practices.read complaints.record services.read referrals.answer',
    ),
  },
  ombudsperson: {
    nodes: national,
    secondFactor: true,
    grants: [{ scope: 'task', read: c('contact'), write: c('') }],
    verbs: v(
      'people.read audit.search audit.seen export tasks.work guidance.read practices.read consents.read complaints.record complaints.handle glass.review',
    ),
  },
  familyMember: {
    nodes: national,
    secondFactor: true,
    grants: [{ scope: 'own', read: c('contact identity kinship social education'), write: c('') }],
    verbs: v('people.read documents.read tasks.work audit.seen consents.read plans.read complaints.record'),
  },
  administrator: {
    nodes: both,
    secondFactor: true,
    grants: [],
    // Decides with a colleague on accounts; records of people stay closed, and so do requests about them.
    verbs: v(
      'accounts.administer areas.administer jobs.administer tasks.work approvals.ask approvals.decide instruments.administer',
    ),
  },
  // The hub holds no personal data of returnees: its roles have no compartments at all.
  chair: {
    nodes: hub,
    secondFactor: false,
    grants: [],
    verbs: v(
      'council.read council.speak council.prepare council.decide figures.edit tasks.work approvals.ask approvals.decide export practices.read practices.council practices.write practices.adopt practices.moderate trainings.take trainings.run',
    ),
  },
  secretariat: {
    nodes: hub,
    secondFactor: false,
    grants: [],
    verbs: v(
      'council.read council.prepare figures.edit tasks.work approvals.ask approvals.decide export practices.read practices.council practices.write practices.moderate trainings.take trainings.run',
    ),
  },
  delegate: {
    nodes: hub,
    secondFactor: false,
    grants: [],
    verbs: v(
      'council.read council.speak tasks.work approvals.decide practices.read practices.council practices.write practices.review practices.adopt practices.confirm trainings.take trainings.run',
    ),
  },
  expert: {
    nodes: hub,
    secondFactor: false,
    grants: [],
    verbs: v(
      'council.read council.speak tasks.work approvals.decide practices.read practices.council practices.write practices.review practices.adopt trainings.take trainings.run',
    ),
  },
  practitioner: {
    nodes: hub,
    secondFactor: false,
    grants: [],
    verbs: v('council.read tasks.work practices.read practices.write practices.adopt trainings.take'),
  },
  observer: {
    nodes: hub,
    secondFactor: false,
    grants: [],
    verbs: v('council.read council.speak tasks.work practices.read practices.council'),
  },
  hubAuditor: {
    nodes: hub,
    secondFactor: true,
    grants: [],
    verbs: v('council.read tasks.work audit.search export practices.read practices.council'),
  },
} as const satisfies Record<string, Role>

export type RoleName = keyof typeof roles
export const roleNames = Object.keys(roles) as RoleName[]
export const RoleName = z.enum(roleNames as [RoleName, ...RoleName[]])

export const role = (name: RoleName): Role => roles[name]

/** May this role do that at all? Whether on this very record is the database's answer. */
export const mayKnock = (name: RoleName, verb: Verb): boolean => role(name).verbs.includes(verb)

export type Mode = 'read' | 'write'

/** In which scopes a role reads or writes a compartment; empty when never. */
export const scopesFor = (name: RoleName, mode: Mode, compartment: Compartment): Scope[] =>
  role(name)
    .grants.filter(grant => grant[mode].includes(compartment))
    .map(grant => grant.scope)

/** All scopes in which a role reads anything: who is on its lists. */
export const readingScopes = (name: RoleName): Scope[] => [
  ...new Set(
    role(name)
      .grants.filter(grant => grant.read.length > 0)
      .map(grant => grant.scope),
  ),
]

/** Sees personal data of returnees, in any scope. */
export const seesPersonalData = (name: RoleName): boolean => role(name).grants.length > 0
