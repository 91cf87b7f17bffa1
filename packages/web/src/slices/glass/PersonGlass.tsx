/** On the page of a person: that it is read under an emergency opening and until when, or the way to open it. */
import { closeOpening } from '@kerege/contract/glass/routes'
import type { Person } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { queryClient, useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay, useSession } from '../../shell/session.ts'
import { Notice } from '../../ui/Notice.tsx'
import { useMyOpenings } from './api.ts'

export function PersonGlass({ person }: { person: Person }) {
  const may = useMay()
  return may('glass.break') ? <Banner person={person} /> : null
}

function Banner({ person }: { person: Person }) {
  const t = useT()
  const format = useFormat()
  const shut = useSend(closeOpening)
  const one = useMyOpenings().data?.body.rows.find(row => row.files.includes(person.id))
  const endsAt = one?.endsAt
  useEffect(() => {
    if (!endsAt) return
    // When its time is over the page shows what is open without it.
    const timer = setTimeout(
      () => void queryClient.invalidateQueries(),
      Math.max(0, Date.parse(endsAt) - Date.now()) + 1000,
    )
    return () => clearTimeout(timer)
  }, [endsAt])
  if (!one) return null
  return (
    <Notice
      kind="seal"
      act={
        <Button
          variant="default"
          onClick={() =>
            void shut
              .mutateAsync({ input: { params: { id: one.id }, body: {} } })
              .then(() => queryClient.invalidateQueries())
          }
        >
          {t('glass.close')}
        </Button>
      }
    >
      {t('glass.banner', { time: format.date(one.endsAt, 'exact') })}
    </Notice>
  )
}

/** Is there a section of this file that the role reads somewhere, and not here? */
export function useMayBreak(person: Person): boolean {
  const may = useMay()
  const { rights } = useSession()
  return (
    may('glass.break') &&
    rights.compartments.some(one => one.read.length > 0 && !person.open.includes(one.compartment))
  )
}
