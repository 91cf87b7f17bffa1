/** What the frame shows of all slices, in the order of their entries in the rail. A slice with an entry adds its line. */
import { IconHome } from '@tabler/icons-react'
import type { SliceFrame } from './shell/slice.ts'
import { abroadFrame } from './slices/abroad/frame.ts'
import { administrationFrame } from './slices/administration/frame.ts'
import { assessmentsFrame } from './slices/assessments/frame.ts'
import { approvalsFrame } from './slices/approvals/frame.ts'
import { auditFrame } from './slices/audit/frame.ts'
import { casesFrame } from './slices/cases/frame.ts'
import { caseworkFrame } from './slices/casework/frame.ts'
import { consentsFrame } from './slices/consents/frame.ts'
import { councilFrame } from './slices/council/frame.ts'
import { entitlementsFrame } from './slices/entitlements/frame.ts'
import { exchangeFrame } from './slices/exchange/frame.ts'
import { figuresFrame } from './slices/figures/frame.ts'
import { formsFrame } from './slices/forms/frame.ts'
import { guidanceFrame } from './slices/guidance/frame.ts'
import { jobsFrame } from './slices/jobs/frame.ts'
import { meetingsFrame } from './slices/meetings/frame.ts'
import { notificationsFrame } from './slices/notifications/frame.ts'
import { papersFrame } from './slices/papers/frame.ts'
import { peopleFrame } from './slices/people/frame.ts'
import { practicesFrame } from './slices/practices/frame.ts'
import { receptionFrame } from './slices/reception/frame.ts'
import { repatriationFrame } from './slices/repatriation/frame.ts'
import { boardingFrame } from './slices/repatriation/boarding/frame.ts'
import { glassFrame } from './slices/glass/frame.ts'
import { rightsFrame } from './slices/rights/frame.ts'
import { referralsFrame } from './slices/referrals/frame.ts'
import { servicesFrame } from './slices/services/frame.ts'
import { transfersFrame } from './slices/transfers/frame.ts'
import { situationFrame } from './slices/situation/frame.ts'
import { tasksFrame } from './slices/tasks/frame.ts'
import { waitingFrame } from './slices/waiting/frame.ts'

const todayFrame: SliceFrame = {
  nav: [{ path: '/today', icon: IconHome, label: 'shell.today', place: 'main', tab: true }],
}

export const frames: readonly SliceFrame[] = [
  todayFrame,
  peopleFrame,
  casesFrame,
  caseworkFrame,
  formsFrame,
  entitlementsFrame,
  situationFrame,
  meetingsFrame,
  consentsFrame,
  rightsFrame,
  glassFrame,
  servicesFrame,
  referralsFrame,
  transfersFrame,
  boardingFrame,
  papersFrame,
  abroadFrame,
  repatriationFrame,
  receptionFrame,
  // Before tasks: at the hub its tabs come first.
  councilFrame,
  practicesFrame,
  tasksFrame,
  guidanceFrame,
  exchangeFrame,
  approvalsFrame,
  figuresFrame,
  auditFrame,
  notificationsFrame,
  administrationFrame,
  assessmentsFrame,
  jobsFrame,
  waitingFrame,
]
