/** One family that would be apart: who would be where, putting them together with one press, or asking a second person. */
import type { Readiness } from '@kerege/contract/repatriation/operations/preparing'
import { placeOnLeg } from '@kerege/contract/repatriation/operations/routes'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { useCommand } from '../api.ts'
import css from '../operations.module.css'
import { legName } from '../words.ts'

interface Props {
  one: Readiness['divided'][number]
  operation: Operation
  onAsk: () => void
}

export function Divided({ one, operation, onAsk }: Props) {
  const t = useT()
  const format = useFormat()
  const { busy, problem, run } = useCommand()
  const leg = (legId: string | undefined) => {
    const found = operation.legs.find(row => row.id === legId)
    return found ? legName(found) : t('operations.noPlace')
  }
  // The vehicle that most of them sit in already.
  const most = one.parts.find(part => part.legId !== undefined)?.legId
  const together = () => {
    const everybody = one.parts.flatMap(part => part.members.map(({ lineId }) => ({ lineId })))
    return (async () => {
      for (const part of one.parts) {
        if (part.legId && part.legId !== most) {
          const take = part.members.map(({ lineId }) => lineId)
          await run(placeOnLeg, { params: { id: operation.id, legId: part.legId }, body: { take } })
        }
      }
      if (most) await run(placeOnLeg, { params: { id: operation.id, legId: most }, body: { put: everybody } })
    })()
  }
  const open = operation.may.keep && operation.list.state === 'open'
  return (
    <>
      <div className={css.words}>
        <strong>{t('operations.apart', { family: one.name })}</strong>
        {one.parts.map(part => (
          <div key={part.legId ?? ''} className="k-dim">
            {leg(part.legId)}:{' '}
            <bdi>{format.list(part.members.map(who => `${who.name} (${format.age(who.birth)})`))}</bdi>
            {part.childrenAlone && ` · ${t('operations.childrenAlone')}`}
          </div>
        ))}
        {one.asked?.approvalId && (
          <Link to={`/approvals/${one.asked.approvalId}`} className="k-link">
            {t('operations.askedAlready')}
          </Link>
        )}
        {problem && (
          <div role="status" className={css.stop}>
            {problem}
          </div>
        )}
      </div>
      {open && (
        <div className={css.acts}>
          {!one.asked && (
            <Button variant="subtle" onClick={onAsk}>
              {t('operations.leaveApart')}
            </Button>
          )}
          {most && (
            <Button variant="default" loading={busy} onClick={() => void together()}>
              {t('operations.putTogether')}
            </Button>
          )}
        </div>
      )}
    </>
  )
}
