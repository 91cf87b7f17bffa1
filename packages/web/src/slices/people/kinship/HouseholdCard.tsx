/** Who lives together, who did before, and where this person lived earlier. */
import type { KinshipSection, Person } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { type Formatter, useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { Members } from '../person/Members.tsx'
import { NewFamilyDrawer } from '../person/NewFamilyDrawer.tsx'
import { HouseholdDrawer } from './HouseholdDrawer.tsx'
import css from './kinship.module.css'

export function HouseholdCard({ person }: { person: Person }) {
  const t = useT()
  const may = useMay()
  const [open, setOpen] = useState(false)
  const writable = may('people.correct') && person.writable.includes('kinship')
  const { household, earlier = [] } = person.kinship ?? {}
  const close = () => setOpen(false)
  if (!household) {
    return (
      <>
        <EmptyState
          title={t('people.family.none')}
          act={writable && <Button onClick={() => setOpen(true)}>{t('people.family.make')}</Button>}
        >
          {t('people.family.noneText')}
        </EmptyState>
        {earlier.length > 0 && (
          <Card title={t('kinship.home.earlier')}>
            <Earlier earlier={earlier} />
          </Card>
        )}
        {writable && <NewFamilyDrawer person={person} opened={open} onClose={close} />}
      </>
    )
  }
  return (
    <Card
      title={t('kinship.home')}
      note={
        <>
          <bdi>{household.name}</bdi> ·{' '}
          {t('people.family.size', { n: household.members.length + household.notShown })}
        </>
      }
      side={
        writable && (
          <Button
            variant="subtle"
            leftSection={<IconPencil size={18} stroke={1.7} />}
            onClick={() => setOpen(true)}
          >
            {t('kinship.home.change')}
          </Button>
        )
      }
    >
      <Members household={household} self={person.id} />
      <Left household={household} />
      {earlier.length > 0 && (
        <div className={css.past}>
          <h3>{t('kinship.home.earlier')}</h3>
          <Earlier earlier={earlier} />
        </div>
      )}
      {writable && <HouseholdDrawer household={household} opened={open} onClose={close} />}
    </Card>
  )
}

type Household = NonNullable<KinshipSection['household']>

function Left({ household }: { household: Household }) {
  const t = useT()
  const format = useFormat()
  if (household.left.length === 0) return null
  return (
    <div className={css.past}>
      <h3>{t('kinship.home.left')}</h3>
      <ul>
        {household.left.map(one => (
          <li key={`${one.personId} ${one.on}`}>
            <bdi>{one.label}</bdi>
            <span className="k-dim">
              {' · '}
              {[t(`people.role.${one.role}`), period(t, format, one), t(`kinship.left.${one.why}`)].join(
                ' · ',
              )}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Earlier({ earlier }: { earlier: KinshipSection['earlier'] }) {
  const t = useT()
  const format = useFormat()
  return (
    <ul>
      {earlier.map(one => (
        <li key={`${one.householdId} ${one.on}`}>
          <bdi>{one.name}</bdi>
          <span className="k-dim">
            {' · '}
            {[t(`people.role.${one.role}`), period(t, format, one), t(`kinship.left.${one.why}`)].join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function period(t: Translate, format: Formatter, { since, on }: { since?: string | undefined; on: string }) {
  const to = format.date(on)
  return since ? t('kinship.period', { from: format.date(since), to }) : t('kinship.until', { date: to })
}
