/** What the frame shows of the practices library. */
import {
  IconAddressBook,
  IconBook2,
  IconBooks,
  IconFileImport,
  IconFolders,
  IconMapPin,
  IconBookmarks,
  IconMessageQuestion,
  IconMessages,
  IconPencilPlus,
  IconSchool,
  IconUserStar,
} from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useDirectoryNeeds } from './people/needs.tsx'
import { useQuestionNeeds, useQuestionsForMe } from './questions/needs.tsx'
import { usePracticeNeeds } from './review/needs.tsx'
import { useTrainingNeeds } from './trainings/needsOfMine.tsx'

export const practicesFrame: SliceFrame = {
  // The hub's people all read the Council's work; a node has its own page of what it fetched.
  nav: [
    { path: '/practices', icon: IconBook2, label: 'practices.title', verb: 'council.read', place: 'main' },
    { path: '/trainings', icon: IconSchool, label: 'trainings.title', verb: 'trainings.take', place: 'main' },
    {
      path: '/adoptions',
      icon: IconMapPin,
      label: 'practices.adoption.list',
      verb: 'council.read',
      place: 'more',
    },
    {
      path: '/collections',
      icon: IconFolders,
      label: 'practices.collection.list',
      verb: 'council.read',
      place: 'more',
    },
    {
      path: '/questions',
      icon: IconMessages,
      label: 'practices.questions.title',
      verb: 'council.read',
      place: 'more',
      useCount: useQuestionsForMe,
    },
    {
      path: '/practitioners',
      icon: IconAddressBook,
      label: 'practices.people.title',
      verb: 'council.read',
      place: 'more',
    },
    {
      path: '/libraries',
      icon: IconBooks,
      label: 'ecosystem.elsewhere.title',
      verb: 'council.read',
      place: 'more',
    },
    { path: '/roster', icon: IconUserStar, label: 'roster.title', verb: 'trainings.take', place: 'more' },
  ],
  // The verb is one of the hub alone: a node has neither directory nor questions.
  needs: [
    { id: 'practices', verb: 'practices.write', useNeeds: usePracticeNeeds },
    { id: 'practices.people', verb: 'practices.write', useNeeds: useDirectoryNeeds },
    { id: 'practices.questions', verb: 'practices.write', useNeeds: useQuestionNeeds },
    { id: 'trainings', verb: 'trainings.take', useNeeds: useTrainingNeeds },
  ],
  acts: [
    { path: '/practices/search', icon: IconBookmarks, label: 'practices.find.title', verb: 'council.read' },
    { path: '/practices/new', icon: IconPencilPlus, label: 'practices.new', verb: 'practices.write' },
    {
      path: '/practices/import',
      icon: IconFileImport,
      label: 'ecosystem.bringing.title',
      verb: 'practices.write',
    },
    {
      path: '/questions/new',
      icon: IconMessageQuestion,
      label: 'practices.questions.new',
      verb: 'practices.write',
    },
  ],
}
