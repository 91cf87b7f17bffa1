/** What is hard for somebody now, by the sections that are open to the reader; how it eased, and why, beneath each. */
import { type Concern, concernText, type PersonConcerns as Body } from '@kerege/contract/casework/concerns'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useLoaded } from '../../../i18n/language.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { LevelBars } from '../../assessments/LevelBars.tsx'
import { useConcerns } from '../api.ts'
import css from '../casework.module.css'
import { ChangeConcernDrawer } from './ChangeConcernDrawer.tsx'
import { NoteConcernDrawer } from './NoteConcernDrawer.tsx'

export function PersonConcerns({ personId }: { personId: string }) {
  const may = useMay()
  return may('casework.read') ? <Readable personId={personId} /> : null
}

function Readable({ personId }: { personId: string }) {
  const body = useConcerns(personId).data?.body
  // Whoever reads nothing here and may note nothing is not told of it.
  if (!body || (body.rows.length === 0 && body.mayNote.length === 0)) return null
  return <Shown personId={personId} body={body} />
}

function Shown({ personId, body }: { personId: string; body: Body }) {
  const t = useT()
  const [noting, note] = useState(false)
  const [changing, change] = useState<Concern>()
  const open = body.rows.filter(one => one.state !== 'over')
  const over = body.rows.filter(one => one.state === 'over')
  return (
    <Card
      flush
      title={t('casework.concerns')}
      count={open.length}
      note={t('casework.concerns.note')}
      side={
        body.mayNote.length > 0 && (
          <Button variant="subtle" onClick={() => note(true)}>
            {t('casework.concerns.add')}
          </Button>
        )
      }
    >
      {open.length === 0 && <p className={css.none}>{t('casework.concerns.none')}</p>}
      <ul className={css.line}>
        {open.map(one => (
          <Row key={one.id} one={one} onChange={() => change(one)} />
        ))}
      </ul>
      {over.length > 0 && (
        <details className={css.more}>
          <summary>{t('casework.concerns.overCount', { n: over.length })}</summary>
          <ul className={css.line}>
            {over.map(one => (
              <Row key={one.id} one={one} onChange={() => change(one)} />
            ))}
          </ul>
        </details>
      )}
      <NoteConcernDrawer
        personId={personId}
        sections={body.mayNote}
        opened={noting}
        onClose={() => note(false)}
      />
      <ChangeConcernDrawer concern={changing} onClose={() => change(undefined)} />
    </Card>
  )
}

function Row({ one, onChange }: { one: Concern; onChange: () => void }) {
  const t = useT()
  const format = useFormat()
  const { language } = useLoaded()
  const [last, ...before] = one.steps
  return (
    <li className={css.row}>
      <div className={css.words}>
        <div className={css.head}>
          <strong>{concernText(one.code, one.codeVersion, language)}</strong>
          {one.state !== 'open' && (
            <StatePill kind="ok">{t(`casework.concerns.state.${one.state}`)}</StatePill>
          )}
          <StatePill kind="mute">{t(`access.compartment.${one.compartment}`)}</StatePill>
        </div>
        {one.state !== 'over' && (
          <div className={css.head}>
            <LevelBars level={one.severity} /> {t(`needs.level.${one.severity}`)}
          </div>
        )}
        {last?.why && (
          <div dir="auto" className={css.text}>
            {last.why}
          </div>
        )}
        <div className="k-dim k-small">
          {[
            ...(one.since ? [t('casework.concerns.sinceDay', { day: format.date(one.since, 'text') })] : []),
            t(`casework.source.${one.source}`),
            ...(last
              ? [t('casework.notes.byWhom', { name: last.by.name, day: format.date(last.at, 'text') })]
              : []),
          ].join(' · ')}
        </div>
        {before.length > 0 && (
          <details className="k-small">
            <summary>{t('casework.concerns.history', { n: before.length })}</summary>
            {before.map(step => (
              <div key={step.at} className={css.added}>
                <div>
                  {t(`casework.concerns.state.${step.state}`)} · {t(`needs.level.${step.severity}`)}
                </div>
                {step.why && <div dir="auto">{step.why}</div>}
                <div className="k-dim">
                  {t('casework.notes.byWhom', { name: step.by.name, day: format.date(step.at, 'text') })}
                </div>
              </div>
            ))}
          </details>
        )}
      </div>
      {one.mayChange && (
        <Button variant="default" size="xs" onClick={onChange}>
          {t('casework.concerns.change')}
        </Button>
      )}
    </li>
  )
}
