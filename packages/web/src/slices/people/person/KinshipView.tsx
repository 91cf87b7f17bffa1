/** The family: who lives together, each with age and place in it. Those who are not open are counted, not named. */
import { Button } from '@mantine/core'
import type { Person } from '@kerege/contract/people/schema'
import { useState } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Members } from './Members.tsx'
import { NewFamilyDrawer } from './NewFamilyDrawer.tsx'

export function KinshipView({ person }: { person: Person }) {
  const t = useT()
  const may = useMay()
  const [making, make] = useState(false)
  const household = person.kinship?.household
  if (!household) {
    const writable = may('people.correct') && person.writable.includes('kinship')
    return (
      <>
        <EmptyState
          title={t('people.family.none')}
          act={writable && <Button onClick={() => make(true)}>{t('people.family.make')}</Button>}
        >
          {t('people.family.noneText')}
        </EmptyState>
        {writable && <NewFamilyDrawer person={person} opened={making} onClose={() => make(false)} />}
      </>
    )
  }
  return (
    <Card
      title={<bdi>{household.name}</bdi>}
      note={t('people.family.size', { n: household.members.length + household.notShown })}
    >
      <Members household={household} self={person.id} />
    </Card>
  )
}
