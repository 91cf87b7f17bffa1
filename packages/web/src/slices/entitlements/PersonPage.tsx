/** The check-list of one person: what may concern them first, then what by their age probably does not; and what was handed over. */
import type { CheckList, CheckRow } from '@kerege/contract/entitlements/schema'
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { PaperForm } from '../../ui/PaperForm.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { useCheckList } from './api.ts'
import { Deliveries } from './Deliveries.tsx'
import css from './entitlements.module.css'
import { StepDrawer } from './StepDrawer.tsx'
import { isOpen, standOf } from './words.ts'

export function PersonPage() {
  const { personId = '' } = useParams({ strict: false }) as { personId?: string }
  return (
    <Answered query={useCheckList(personId)}>{({ body }) => <List key={personId} list={body} />}</Answered>
  )
}

function List({ list }: { list: CheckList }) {
  const t = useT()
  const [printing, print] = useState(false)
  const [saying, say] = useState<CheckRow>()
  // What somebody recorded concerns them, whatever their age; what there is to do about stands first.
  const fit = list.rows.filter(row => row.fits || row.claim).toSorted((a, b) => orderOf(a) - orderOf(b))
  const others = list.rows.filter(row => !row.fits && !row.claim)
  return (
    <>
      <PageHead
        title={t('entitlements.title')}
        shown={<bdi>{list.person}</bdi>}
        eyebrow={<Link to={`/people/${list.personId}`}>{t('cases.openPerson')}</Link>}
        facts={[t('entitlements.title')]}
        acts={
          list.open && (
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} stroke={1.7} />}
              onClick={() => print(true)}
            >
              {t('entitlements.print')}
            </Button>
          )
        }
      />
      <p className="k-dim">{t('entitlements.lede')}</p>
      {list.rows.some(row => !row.verified) && <Notice kind="info">{t('entitlements.proposed')}</Notice>}
      <Card flush title={t('entitlements.fit')}>
        <Rows rows={fit} onSay={say} />
      </Card>
      <Deliveries list={list} />
      {others.length > 0 && (
        <Card flush>
          <details>
            <summary className={css.fold}>{t('entitlements.others')}</summary>
            <Rows rows={others} onSay={say} />
          </details>
        </Card>
      )}
      <StepDrawer personId={list.personId} row={saying} onClose={() => say(undefined)} />
      <Drawer opened={printing} onClose={() => print(false)} title={t('entitlements.print')}>
        {printing && (
          <PaperForm
            name="entitlements.paper"
            of="entitlements-list"
            query={{ personId: list.personId }}
            words={{
              text: t('entitlements.print.text'),
              language: t('entitlements.print.language'),
              format: t('entitlements.print.format'),
              act: t('entitlements.print.act'),
            }}
            onClose={() => print(false)}
          />
        )}
      </Drawer>
    </>
  )
}

const orderOf = (row: CheckRow): number => (isOpen(row) ? 0 : row.claim ? 2 : 1)

interface RowsProps {
  rows: readonly CheckRow[]
  onSay: (row: CheckRow) => void
}

const Rows = ({ rows, onSay }: RowsProps) => (
  <ul className={css.list}>
    {rows.map(row => (
      <li key={row.code} className={css.row}>
        <Row row={row} onSay={() => onSay(row)} />
      </li>
    ))}
  </ul>
)

function Row({ row, onSay }: { row: CheckRow; onSay: () => void }) {
  const t = useT()
  const format = useFormat()
  const { claim } = row
  const { kind, text } = claim
    ? standOf(claim, format.today, t)
    : ({ kind: 'mute', text: t('entitlements.unseen') } as const)
  const days = [
    claim?.nextOn && t('entitlements.nextOn', { day: format.date(claim.nextOn, 'text') }),
    claim?.appealBy && t('entitlements.appealDay', { day: format.date(claim.appealBy, 'text') }),
  ].filter(Boolean)
  return (
    <>
      <div className={css.top}>
        <strong>{format.text(row.title).text}</strong>
        <StatePill kind={kind}>{text}</StatePill>
        {row.may.length > 0 && (
          <Button variant="subtle" className={css.act} onClick={onSay}>
            {t('entitlements.say')}
            <span className="k-hidden">{`: ${format.text(row.title).text}`}</span>
          </Button>
        )}
      </div>
      <div className="k-dim k-small">
        {row.gone
          ? t('entitlements.gone')
          : [
              t(`entitlements.whose.${row.whose}`),
              ...(row.desk === 'other' ? [] : [t(`casework.obstacles.desk.${row.desk}`)]),
              t(`entitlements.helper.${row.helper}`),
            ].join(' · ')}
      </div>
      {row.papers.length > 0 && (
        <div className="k-dim k-small">
          {t('entitlements.papers', { list: row.papers.map(one => format.text(one).text).join(', ') })}
        </div>
      )}
      {row.basis && (
        <div className="k-dim k-small">{t('entitlements.basis', { basis: format.text(row.basis).text })}</div>
      )}
      {days.length > 0 && <div className="k-small">{days.join(' · ')}</div>}
      {claim && <Past steps={claim.steps} />}
    </>
  )
}

/** The latest in sight, the others behind a line. */
function Past({ steps }: { steps: NonNullable<CheckRow['claim']>['steps'] }) {
  const t = useT()
  const [latest, ...before] = steps
  return (
    <>
      {latest && <Said step={latest} />}
      {before.length > 0 && (
        <details>
          <summary className="k-small">{t('entitlements.past', { n: before.length })}</summary>
          {before.map(step => (
            <Said key={step.at + step.what} step={step} />
          ))}
        </details>
      )}
    </>
  )
}

function Said({ step }: { step: NonNullable<CheckRow['claim']>['steps'][number] }) {
  const t = useT()
  const format = useFormat()
  return (
    <div className={css.said}>
      <span className="k-dim k-small">
        {t('entitlements.step', {
          what: t(`entitlements.state.${step.what}`),
          day: format.date(step.on, 'text'),
          name: step.by.name,
        })}
      </span>
      {step.words && (
        <span className={css.text} dir="auto">
          {step.words}
        </span>
      )}
    </div>
  )
}
