/** What the frame shows of the Council: its entries, its acts, and what its decisions need. */
import type { Verb } from '@kerege/contract/access/roles'
import {
  IconAddressBook,
  IconBuildingCommunity,
  IconCalendarPlus,
  IconFileText,
  IconFlag,
  IconLayoutGrid,
  IconHeartHandshake,
  IconMessageQuestion,
  IconScale,
  IconTargetArrow,
  IconUsersGroup,
} from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useLateActions } from './actions/api.ts'
import { useActionNeeds } from './actions/needs.tsx'
import { useOpenDecisions } from './decisions/api.ts'
import { useDecisionNeeds } from './decisions/needs.tsx'
import { useOfferNeeds } from './offers/needs.tsx'
import { useWaitingRequests } from './requests/api.ts'
import { useRequestNeeds } from './requests/needs.tsx'
import { useCouncilWaiting } from './waiting/needs.tsx'

/** Whoever only reads has nothing waiting here: decisions and promises are in the lists. */
const takesPart: readonly Verb[] = ['council.speak', 'council.prepare']

export const councilFrame: SliceFrame = {
  nav: [
    {
      path: '/sessions',
      icon: IconBuildingCommunity,
      label: 'council.sessions',
      verb: 'council.read',
      place: 'main',
      tab: true,
    },
    {
      path: '/decisions',
      icon: IconScale,
      label: 'council.decisions',
      verb: 'council.read',
      place: 'main',
      tab: true,
      useCount: useOpenDecisions,
    },
    {
      path: '/documents',
      icon: IconFileText,
      label: 'council.doc.documents',
      verb: 'council.read',
      place: 'main',
    },
    {
      path: '/actions',
      icon: IconFlag,
      label: 'council.actions',
      verb: 'council.read',
      place: 'main',
      useCount: useLateActions,
    },
    {
      path: '/initiatives',
      icon: IconLayoutGrid,
      label: 'initiatives.title',
      verb: 'council.read',
      place: 'main',
    },
    {
      path: '/results',
      icon: IconTargetArrow,
      label: 'results.title',
      verb: 'council.read',
      place: 'main',
    },
    {
      path: '/offers',
      icon: IconHeartHandshake,
      label: 'council.offers',
      verb: 'council.read',
      place: 'main',
    },
    {
      path: '/requests',
      icon: IconMessageQuestion,
      label: 'council.requests',
      verb: 'council.read',
      place: 'main',
      useCount: useWaitingRequests,
    },
    {
      path: '/focal-points',
      icon: IconAddressBook,
      label: 'council.focal',
      verb: 'council.read',
      place: 'more',
    },
    { path: '/council', icon: IconUsersGroup, label: 'council.council', verb: 'council.read', place: 'main' },
  ],
  needs: [
    { id: 'council', verb: takesPart, useNeeds: useDecisionNeeds },
    { id: 'council.actions', verb: takesPart, useNeeds: useActionNeeds },
    { id: 'council.waiting', verb: takesPart, useNeeds: useCouncilWaiting },
    { id: 'council.offers', verb: 'council.speak', useNeeds: useOfferNeeds },
    { id: 'council.requests', verb: 'council.speak', useNeeds: useRequestNeeds },
  ],
  acts: [
    { path: '/sessions/new', icon: IconCalendarPlus, label: 'council.session.new', verb: 'council.prepare' },
    { path: '/decisions/new', icon: IconScale, label: 'council.decision.new', verb: 'council.prepare' },
  ],
}
