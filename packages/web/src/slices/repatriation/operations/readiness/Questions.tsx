/** What has to be settled before the list is closed: each question names people and offers the way on. */
import { openQuestions, type Readiness } from '@kerege/contract/repatriation/operations/preparing'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { IconClock, IconCopy, IconFileUnknown, IconHandStop, IconUsersGroup } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Card } from '../../../../ui/Card.tsx'
import css from '../operations.module.css'
import { Divided } from './Divided.tsx'
import { DivisionDrawer } from './DivisionDrawer.tsx'

const most = 3

interface Props {
  operation: Operation
  ready: Readiness
}

export function Questions({ operation, ready }: Props) {
  const t = useT()
  const [asking, ask] = useState<Readiness['divided'][number]>()
  const [whole, setWhole] = useState(false)
  const blocking = openQuestions(ready)
  const all = blocking + ready.lookAlikes.length + ready.consentsWaiting.length
  if (all === 0) return null
  // The first ones of each kind say what it is about; a long list is opened by who works through it.
  const first = <Row,>(rows: readonly Row[]) => (whole ? rows : rows.slice(0, most))
  const kinds = [
    ready.divided,
    ready.careGaps,
    ready.refusedConsents,
    ready.consentsWaiting,
    ready.lookAlikes,
  ]
  const hidden = kinds.reduce((sum, rows) => sum + rows.length - first<unknown>(rows).length, 0)
  return (
    <Card
      title={t('operations.settle')}
      note={t('operations.questions', { n: all })}
      stop={blocking > 0}
      flush
    >
      <ul className={css.rows}>
        {first(ready.divided).map(one => (
          <li key={`${one.familyId} ${one.ordinal}`}>
            <IconUsersGroup className={css.stop} size={20} stroke={1.7} aria-hidden="true" />
            <Divided one={one} operation={operation} onAsk={() => ask(one)} />
          </li>
        ))}
        <Gaps operation={operation} gaps={first(ready.careGaps)} />
        <Refusals operation={operation} rows={first(ready.refusedConsents)} />
        <Waiting operation={operation} rows={first(ready.consentsWaiting)} />
        {first(ready.lookAlikes).map(({ one, other }) => (
          <li key={`${one.lineId} ${other.lineId}`}>
            <IconCopy className={css.wait} size={20} stroke={1.7} aria-hidden="true" />
            <div className={css.words}>
              <strong>{t('operations.alike', { one: one.name, other: other.name })}</strong>
            </div>
            <Button variant="default" component={Link} to="/people/duplicates">
              {t('operations.compare')}
            </Button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <div className={css.stepActs}>
          <Button variant="subtle" onClick={() => setWhole(true)}>
            {t('operations.showAll', { n: all })}
          </Button>
        </div>
      )}
      <DivisionDrawer operation={operation} one={asking} onClose={() => ask(undefined)} />
    </Card>
  )
}

function Gaps({ operation, gaps }: { operation: Operation; gaps: readonly Readiness['careGaps'][number][] }) {
  const t = useT()
  const format = useFormat()
  return gaps.map(gap => (
    <li key={gap.lineId}>
      <IconClock className={css.stop} size={20} stroke={1.7} aria-hidden="true" />
      <div className={css.words}>
        <strong>{t('operations.noCarer', { name: gap.name, age: format.age(gap.birth) })}</strong>
        <div className="k-dim">
          {gap.gaps.length > 0
            ? gap.gaps
                .map(({ from, to }) =>
                  t('operations.hours', {
                    from: format.date(from, 'exact'),
                    // Of one day only the hour is said again.
                    to: format.date(from) === format.date(to) ? format.time(to) : format.date(to, 'exact'),
                  }),
                )
                .join('; ')
            : t('operations.noCarerText')}
        </div>
      </div>
      <Button variant="default" component={Link} to={`/operations/${operation.id}/people/${gap.lineId}`}>
        {t('operations.nameCarer')}
      </Button>
    </li>
  ))
}

function Refusals({
  operation,
  rows,
}: {
  operation: Operation
  rows: readonly Readiness['refusedConsents'][number][]
}) {
  const t = useT()
  return rows.map(one => (
    <li key={`no ${one.lineId} ${one.giver}`}>
      <IconHandStop className={css.stop} size={20} stroke={1.7} aria-hidden="true" />
      <div className={css.words}>
        <strong>{t('operations.saidNo', { name: one.name })}</strong>
        <div className="k-dim">{t(`operations.giver.${one.giver}`)}</div>
      </div>
      <OpenLine operation={operation} lineId={one.lineId} />
    </li>
  ))
}

function Waiting({
  operation,
  rows,
}: {
  operation: Operation
  rows: readonly Readiness['consentsWaiting'][number][]
}) {
  const t = useT()
  return rows.map(one => (
    <li key={`asked ${one.lineId} ${one.giver}`}>
      <IconFileUnknown className={css.wait} size={20} stroke={1.7} aria-hidden="true" />
      <div className={css.words}>
        <strong>{t('operations.noAnswer', { name: one.name })}</strong>
        <div className="k-dim">
          {t(`operations.giver.${one.giver}`)} · {t('operations.askedDays', { n: one.days })}
        </div>
      </div>
      <OpenLine operation={operation} lineId={one.lineId} />
    </li>
  ))
}

function OpenLine({ operation, lineId }: { operation: Operation; lineId: string }) {
  const t = useT()
  return (
    <Button variant="default" component={Link} to={`/operations/${operation.id}/people/${lineId}`}>
      {t('operations.open')}
    </Button>
  )
}
