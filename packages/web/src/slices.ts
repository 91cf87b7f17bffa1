/** The pages of all slices. A new slice adds its line, here and in frames.ts. */
import type { Slice } from './shell/slice.ts'
import { today } from './shell/today.ts'
import { abroad } from './slices/abroad/index.ts'
import { access } from './slices/access/index.ts'
import { account } from './slices/account/index.ts'
import { administration } from './slices/administration/index.ts'
import { forms } from './slices/forms/index.ts'
import { assessments } from './slices/assessments/index.ts'
import { approvals } from './slices/approvals/index.ts'
import { audit } from './slices/audit/index.ts'
import { cases } from './slices/cases/index.ts'
import { consents } from './slices/consents/index.ts'
import { casework } from './slices/casework/index.ts'
import { council } from './slices/council/index.ts'
import { exchange } from './slices/exchange/index.ts'
import { fhir } from './slices/fhir/index.ts'
import { figures } from './slices/figures/index.ts'
import { guidance } from './slices/guidance/index.ts'
import { handovers } from './slices/handovers/index.ts'
import { jobs } from './slices/jobs/index.ts'
import { meetings } from './slices/meetings/index.ts'
import { notifications } from './slices/notifications/index.ts'
import { papers } from './slices/papers/index.ts'
import { people } from './slices/people/index.ts'
import { plans } from './slices/plans/index.ts'
import { practices } from './slices/practices/index.ts'
import { reception } from './slices/reception/index.ts'
import { repatriation } from './slices/repatriation/index.ts'
import { boarding } from './slices/repatriation/boarding/index.ts'
import { glass } from './slices/glass/index.ts'
import { rights } from './slices/rights/index.ts'
import { referrals } from './slices/referrals/index.ts'
import { services } from './slices/services/index.ts'
import { entitlements } from './slices/entitlements/index.ts'
import { transfers } from './slices/transfers/index.ts'
import { start } from './slices/start/index.ts'
import { situation } from './slices/situation/index.ts'
import { tasks } from './slices/tasks/index.ts'
import { waiting } from './slices/waiting/index.ts'

export const slices: readonly Slice[] = [
  start,
  access,
  today,
  people,
  papers,
  cases,
  fhir,
  consents,
  casework,
  assessments,
  forms,
  plans,
  meetings,
  rights,
  glass,
  services,
  referrals,
  transfers,
  entitlements,
  situation,
  abroad,
  repatriation,
  reception,
  handovers,
  guidance,
  exchange,
  council,
  practices,
  boarding,
  tasks,
  approvals,
  figures,
  audit,
  notifications,
  administration,
  jobs,
  waiting,
  account,
]
