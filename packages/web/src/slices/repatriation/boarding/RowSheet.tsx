/** One person of the list: who ticked them and when, taking a tick back, or saying why they are not there. */
import { type AnyMark, type BoardRow, isSent } from '@kerege/contract/repatriation/boarding/view'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import type { Said } from './acts.ts'
import css from './boarding.module.css'
import { whoOf } from './words.ts'

interface Props {
  row: BoardRow
  arrival: boolean
  onSay: (said: Said) => void
  onClose: () => void
}

const reasons = ['absent', 'ill', 'will', 'papers', 'other-leg'] as const

export function RowSheet({ row, arrival, onSay, onClose }: Props) {
  const t = useT()
  const format = useFormat()
  const { line, verdict } = row
  const [reason, setReason] = useState('')
  const marked = verdict === 'there' || verdict === 'not-there'
  return (
    <Drawer opened onClose={onClose} title={<bdi>{line.name}</bdi>}>
      <div className={css.sheet}>
        <p>{[line.bracelet, t(whoOf(line)), format.age(line.birth)].filter(Boolean).join(', ')}</p>
        {line.otherNames.length > 0 && (
          <p className="k-dim">
            {line.otherNames.map((name, at) => (
              <span key={name}>
                {at > 0 && ' · '}
                <bdi>{name}</bdi>
              </span>
            ))}
          </p>
        )}
        {!row.cleared && <p>{t('boarding.notClearedText')}</p>}
        <ul className={css.marks}>
          {row.heads.map(mark => (
            <li key={mark.id}>
              <MarkText mark={mark} arrival={arrival} />
            </li>
          ))}
        </ul>
        {row.cleared && verdict !== 'there' && (
          <Button className={css.big} onClick={() => onSay({ what: 'there', how: 'list' })}>
            {t(arrival ? 'boarding.didArrive' : 'boarding.didBoard')}
          </Button>
        )}
        {marked && (
          <Button
            variant="default"
            className={css.big}
            onClick={() => onSay({ what: 'withdrawn', how: 'list' })}
          >
            {t('boarding.takeBack')}
          </Button>
        )}
        {row.cleared && verdict !== 'not-there' && (
          <fieldset className={css.why}>
            <legend>{t(arrival ? 'boarding.whyNotArrived' : 'boarding.whyNotBoarded')}</legend>
            <div className={css.reasons}>
              {reasons.map(one => {
                const text = t(`boarding.reason.${one}`)
                return (
                  <button
                    key={one}
                    type="button"
                    aria-pressed={reason === text}
                    onClick={() => setReason(text)}
                  >
                    {text}
                  </button>
                )
              })}
            </div>
            <Textarea
              label={t('boarding.ownWords')}
              value={reason}
              rows={2}
              maxLength={500}
              dir="auto"
              onChange={event => setReason(event.currentTarget.value)}
            />
            <Button
              variant="default"
              className={css.big}
              disabled={reason.trim().length < 3}
              onClick={() => onSay({ what: 'not-there', how: 'list', reason: reason.trim() })}
            >
              {t(arrival ? 'boarding.notArrived' : 'boarding.notBoarded')}
            </Button>
          </fieldset>
        )}
      </div>
    </Drawer>
  )
}

/** "Boarded: Nodira Safarova, 14:02, another phone". */
export function MarkText({ mark, arrival }: { mark: AnyMark; arrival: boolean }) {
  const t = useT()
  const format = useFormat()
  const what =
    mark.what === 'there'
      ? t(arrival ? 'boarding.didArrive' : 'boarding.didBoard')
      : t(arrival ? 'boarding.notArrived' : 'boarding.notBoarded')
  const who = isSent(mark) ? mark.by.name : t('boarding.thisPhone')
  return (
    <>
      {t('boarding.mark', { what, who, when: format.date(mark.at, 'exact') })}
      {mark.reason && <span className="k-dim"> {mark.reason}</span>}
    </>
  )
}
