/** What the frame shows of the practices library. */
import { IconAddressBook, IconMessageQuestion, IconMessages } from '@tabler/icons-react'
import type { SliceFrame } from '../../shell/slice.ts'
import { useDirectoryNeeds } from './people/needs.tsx'
import { useQuestionNeeds, useQuestionsForMe } from './questions/needs.tsx'

export const practicesFrame: SliceFrame = {
  nav: [
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
  ],
  // The verb is one of the hub alone: a node has neither directory nor questions.
  needs: [
    { id: 'practices.people', verb: 'practices.write', useNeeds: useDirectoryNeeds },
    { id: 'practices.questions', verb: 'practices.write', useNeeds: useQuestionNeeds },
  ],
  acts: [
    {
      path: '/questions/new',
      icon: IconMessageQuestion,
      label: 'practices.questions.new',
      verb: 'practices.write',
    },
  ],
}
