/**
 * What the generator hands over: plain records, ready to be streamed into tables by COPY.
 * Knows no table and no column; whoever fills a database maps these.
 */
import type { NodeKind, RoleName } from '@kerege/contract/access/roles'
import type { Area } from '@kerege/contract/access/schema'
import type { Language, MultiText } from '@kerege/contract/common'
import type {
  ContactSection,
  HealthSection,
  householdRoles,
  IdentitySection,
  JourneySection,
} from '@kerege/contract/people/schema'
import type { Fact, PaperState, Pathway } from '@kerege/contract/people/papers/rules'
import type { Evidence, Office, PaperStep } from '@kerege/contract/people/papers/schema'
import type { z } from 'zod'
import type { DemoRelation } from './kinship.ts'
import type { TaskCode } from './taskTexts.ts'

export const demoStates = ['kz', 'uz', 'kg', 'tj'] as const
export type DemoState = (typeof demoStates)[number]

export type HouseholdRole = (typeof householdRoles)[number]

export interface DemoAgency {
  id: string
  name: MultiText
  kind: 'state' | 'ngo' | 'international' | 'other'
  country?: string
}

export interface DemoTeam {
  id: string
  agencyId: string
  name: string
}

export type DemoArea = z.infer<typeof Area>

/** One account wears one hat here. `door` marks those that the start page opens with one click. */
export interface DemoAccount {
  id: string
  hatId: string
  /** Short and stable: `case-manager`. Also the first part of the address. */
  key: string
  name: string
  email: string
  language: Language
  role: RoleName
  agencyId: string
  teamId?: string
  areas: string[]
  door: boolean
}

export interface DemoPerson {
  id: string
  agencyId: string
  teamId?: string
  area: string
  householdId: string
  householdRole: HouseholdRole
  /** Where they lived before they came here. */
  earlierHome?: { householdId: string; role: HouseholdRole; on: string }
  contact: ContactSection
  identity: IdentitySection
  journey: JourneySection
  health: HealthSection
  createdAt: string
  updatedAt: string
}

export interface DemoHousehold {
  id: string
  name: string
  createdAt: string
  updatedAt: string
}

export interface DemoGrant {
  id: string
  accountId: string
  subjectId: string
  kind: 'own' | 'task' | 'sitting'
  grantedBy: string
  validFrom: string
  validTo?: string
}

/** The words stand in `taskTexts.ts`, without names of persons. `dueOn` is a day in the node's time zone. */
export interface DemoTask {
  id: string
  code: TaskCode
  ownerId: string
  /** The person it is about; absent when it is about nobody in particular. */
  subjectId?: string
  createdBy: string
  dueOn: string
  doneAt?: string
  createdAt: string
}

export interface DemoPaperMove {
  id: string
  from?: PaperState
  to: PaperState
  on: string
  at: string
  reason?: string
}

/** A paper that somebody needs; where it stands follows from its moves. */
export interface DemoPaper {
  id: string
  personId: string
  /** Who wrote it down and sees to it. */
  accountId: string
  fact: Fact
  paper?: string
  pathway: Pathway
  office: Office
  steps: PaperStep[]
  evidence: Evidence[]
  blocks: string[]
  moves: DemoPaperMove[]
  createdAt: string
}

export interface DemoNotification {
  id: string
  accountId: string
  code: 'task-given' | 'access-given' | 'access-ends'
  /** The task or the person that it leads to. */
  subjectId: string
  at: string
  readAt?: string
}

export interface DemoNode {
  id: string
  kind: NodeKind
  agencies: DemoAgency[]
  teams: DemoTeam[]
  /** Invented districts only: regions come with the program. */
  areas: DemoArea[]
  accounts: DemoAccount[]
  people: DemoPerson[]
  households: DemoHousehold[]
  relations: DemoRelation[]
  grants: DemoGrant[]
  tasks: DemoTask[]
  papers: DemoPaper[]
  notifications: DemoNotification[]
}
