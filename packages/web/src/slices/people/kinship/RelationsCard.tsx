/** Relations as rows, grouped as people think of a family; what has ended or was wrong stands last and stays. */
import { groupOf, kinGroups } from '@kerege/contract/people/kinship/kinds'
import type { Relation } from '@kerege/contract/people/kinship/schema'
import type { Person } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay } from '../../../shell/session.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { AddDrawer } from './AddDrawer.tsx'
import { useRelations } from './api.ts'
import { ChangeDrawer } from './ChangeDrawer.tsx'
import { EndDrawer } from './EndDrawer.tsx'
import css from './kinship.module.css'
import { RelationRow } from './RelationRow.tsx'

export function RelationsCard({ person }: { person: Person }) {
  const t = useT()
  const may = useMay()
  const query = useRelations(person.id)
  const [adding, add] = useState(false)
  const writable = may('people.correct') && person.writable.includes('kinship')
  return (
    <Card
      flush
      title={t('kinship.title')}
      side={
        writable && (
          <Button
            variant="subtle"
            leftSection={<IconPlus size={18} stroke={1.7} />}
            onClick={() => add(true)}
          >
            {t('kinship.add')}
          </Button>
        )
      }
    >
      <Answered query={query} rows={3}>
        {({ body }) => (
          <>
            {body.rows.length === 0 && body.notShown === 0 && (
              <div className={css.empty}>
                <strong>{t('kinship.none')}</strong>
                <p className="k-dim">{t('kinship.noneText')}</p>
              </div>
            )}
            <Groups rows={body.rows} person={person} writable={writable} />
            {body.notShown > 0 && (
              <p className={`${css.foot} k-dim`}>{t('kinship.notShown', { n: body.notShown })}</p>
            )}
          </>
        )}
      </Answered>
      {writable && <AddDrawer person={person} opened={adding} onClose={() => add(false)} />}
    </Card>
  )
}

interface GroupsProps {
  rows: readonly Relation[]
  person: Person
  writable: boolean
}

function Groups({ rows, person, writable }: GroupsProps) {
  const t = useT()
  const [changing, change] = useState<Relation>()
  const [ending, end] = useState<Relation>()
  const now = rows.filter(row => row.endReason === undefined)
  const groups = [
    ...kinGroups.map(group => ({
      id: group,
      title: t(`kinship.group.${group}`),
      rows: now.filter(row => groupOf(row.kind) === group),
    })),
    { id: 'past', title: t('kinship.past'), rows: rows.filter(row => row.endReason !== undefined) },
  ].filter(group => group.rows.length > 0)
  return (
    <>
      {groups.map(group => (
        <section key={group.id} className={css.group}>
          <h3>{group.title}</h3>
          <ul>
            {group.rows.map(row => (
              <RelationRow
                key={row.id}
                relation={row}
                {...(writable && row.other.who !== 'erased' && row.endReason !== 'corrected'
                  ? { onChange: () => change(row) }
                  : {})}
              />
            ))}
          </ul>
        </section>
      ))}
      {changing && (
        <ChangeDrawer
          personId={person.id}
          relation={changing}
          onClose={() => change(undefined)}
          onEnd={() => {
            end(changing)
            change(undefined)
          }}
        />
      )}
      {ending && <EndDrawer personId={person.id} relation={ending} onClose={() => end(undefined)} />}
    </>
  )
}
