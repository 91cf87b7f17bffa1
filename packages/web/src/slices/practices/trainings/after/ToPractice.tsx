/** What was learnt becomes the draft of a practice: its texts where they belong, the rest for its author to write. */
import { practiceOfLessons } from '@kerege/contract/practices/trainings/after/toPractice'
import type { Lessons } from '@kerege/contract/practices/trainings/after/schema'
import { getEvent } from '@kerege/contract/practices/trainings/events/routes'
import { makePractice } from '@kerege/contract/practices/record/routes'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet, useSend } from '../../../../api.ts'
import { useT } from '../../../../i18n/useT.tsx'
import { useMay } from '../../../../shell/session.ts'
import { newId } from '../../../../ui/newId.ts'

export function ToPractice({ lessons }: { lessons: Lessons }) {
  const t = useT()
  const may = useMay()
  const navigate = useNavigate()
  const make = useSend(makePractice)
  // Pressed twice it is still one practice.
  const [id] = useState(newId)
  const event = useGet(getEvent, { params: { id: lessons.eventId } }).data?.body
  if (!event || !may('practices.write')) return null
  return (
    <Button
      variant="default"
      loading={make.isPending}
      onClick={() =>
        make.mutate(
          { input: { body: practiceOfLessons(id, lessons, event) } },
          { onSuccess: ({ body }) => void navigate({ to: `/practices/${body.id}` as never }) },
        )
      }
    >
      {t('trainings.lessons.practice')}
    </Button>
  )
}
