/** Papers on the page of one person: what is closed is said on top, and the list stands in the identity section. */
import { isOpen } from '@kerege/contract/people/papers/rules'
import type { Person } from '@kerege/contract/people/schema'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Joints } from '../../ui/Joint.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { inside } from '../people/person/inside.ts'
import { usePaperName, usePersonPapers } from './api.ts'
import css from './papers.module.css'
import { handText, markable, officeText, shutPill, shutText, stateKind, waitText } from './words.ts'

/** "School closed: birth certificate", for those who may see why. */
export function ClosedFirst({ person }: { person: Person }) {
  const t = useT()
  const format = useFormat()
  const name = usePaperName()
  const query = usePersonPapers(person.id, person.open.includes('identity'))
  const shut = (query.data?.body.rows ?? []).filter(row => row.blocks.length > 0)
  if (shut.length === 0) return null
  return (
    <div className="k-stack k-screen">
      {shut.map(row => (
        <Notice
          key={row.id}
          kind="stop"
          title={t('papers.shut.title', { what: shutText(row.blocks, t, format), paper: inside(name(row)) })}
          act={
            <Button variant="default" component={Link} to={`/papers/${row.id}`}>
              {t(row.mayChange && markable(row) ? 'papers.mark' : 'papers.open')}
            </Button>
          }
        >
          {[waitText(row, t), handText(row, t), officeText(row.office)].filter(Boolean).join(' · ')}
        </Notice>
      ))}
    </div>
  )
}

export function PersonPapers({ person }: { person: Person }) {
  const t = useT()
  const may = useMay()
  const name = usePaperName()
  const query = usePersonPapers(person.id)
  const mayAdd = may('people.correct') && person.writable.includes('identity')
  return (
    <Card
      flush
      title={t('papers.title')}
      side={
        mayAdd && (
          <Button
            variant="subtle"
            component={Link}
            to="/papers/new"
            search={{ subject: person.id } as never}
            leftSection={<IconPlus size={18} stroke={1.7} />}
          >
            {t('papers.new')}
          </Button>
        )
      }
    >
      <Answered query={query} rows={2}>
        {({ body }) =>
          body.rows.length === 0 ? (
            <p className={css.empty}>{t('papers.noneHere')}</p>
          ) : (
            <ul className={css.rows}>
              {body.rows.map(row => {
                const done = row.steps.filter(step => step.doneOn).length
                return (
                  <li key={row.id}>
                    <div className={css.words}>
                      <div className="k-row">
                        <Link to={`/papers/${row.id}`} className={css.strong}>
                          {name(row)}
                        </Link>
                        <StatePill kind={stateKind[row.state]}>{t(`papers.state.${row.state}`)}</StatePill>
                        {row.blocks.length > 0 && <StatePill kind="stop">{shutPill(row, t)}</StatePill>}
                      </div>
                      <div className="k-dim">
                        {[waitText(row, t), isOpen(row.state) && handText(row, t)]
                          .filter(Boolean)
                          .join(' · ')}
                      </div>
                    </div>
                    {row.steps.length > 0 && (
                      <Joints
                        filled={done}
                        of={row.steps.length}
                        label={t('papers.stepsOf', { n: done, of: row.steps.length })}
                      />
                    )}
                  </li>
                )
              })}
            </ul>
          )
        }
      </Answered>
    </Card>
  )
}
