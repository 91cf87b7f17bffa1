/** One command that waits: what it does, when it was given, why it waits, and what one can do about it. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { known, useT } from '../../i18n/useT.tsx'
import type { Waiting } from '../../offline/queue.ts'
import { knowingly } from '../../offline/settle.ts'
import { useSession } from '../../shell/session.ts'
import { useOnline } from '../../shell/useOnline.ts'
import { problemText } from '../../ui/problems.ts'
import { type StateKind, StatePill } from '../../ui/StatePill.tsx'
import { DomainError, type ErrorKind } from '@kerege/contract/errors'
import { again } from './acts.ts'
import { DropDialog } from './DropDialog.tsx'
import { OtherVersion } from './OtherVersion.tsx'
import css from './waiting.module.css'

interface Props {
  one: Waiting
  waiting: readonly Waiting[]
}

export function WaitingRow({ one, waiting }: Props) {
  const t = useT()
  const format = useFormat()
  const why = useWhy(one, waiting)
  const [dropping, setDropping] = useState(false)
  const { problem } = one
  const choice = problem && knowingly(one, one.at) !== undefined
  return (
    <li className={css.row}>
      <div className={css.what}>
        <strong>{t(known(one.label.key) ?? 'waiting.entry', one.label.values)}</strong>
        <StatePill kind={why.kind}>{why.text}</StatePill>
      </div>
      <p className="k-dim k-small">{t('waiting.when', { when: format.date(one.at, 'exact') })}</p>
      {problem && !choice && <p>{problemText(asError(problem), one.label.key.split('.')[0])}</p>}
      {choice && <OtherVersion one={one} />}
      {problem && !choice && (
        <div className={css.acts}>
          <Button variant="default" onClick={() => void again(one.seq)}>
            {t('waiting.again')}
          </Button>
          <Button variant="outline" color="red" onClick={() => setDropping(true)}>
            {t('waiting.drop')}
          </Button>
        </div>
      )}
      <DropDialog one={one} opened={dropping} onClose={() => setDropping(false)} />
    </li>
  )
}

const asError = ({ kind, code, details }: NonNullable<Waiting['problem']>) =>
  new DomainError(kind as ErrorKind, code, details)

function useWhy(one: Waiting, waiting: readonly Waiting[]): { kind: StateKind; text: string } {
  const t = useT()
  const online = useOnline()
  const { hat, hats } = useSession()
  if (one.state !== 'waiting') {
    const choice = knowingly(one, one.at) !== undefined
    return { kind: 'stop', text: t(choice ? 'waiting.state.conflict' : 'waiting.state.refused') }
  }
  if (one.hat !== hat.id) {
    const role = hats.find(({ id }) => id === one.hat)?.role
    return {
      kind: 'wait',
      text: t('waiting.state.hat', { role: role ? t(`access.role.${role}`) : t('waiting.state.otherRole') }),
    }
  }
  const before = waiting.some(
    other =>
      other.seq < one.seq && other.state !== 'waiting' && other.about.some(id => one.about.includes(id)),
  )
  if (before) return { kind: 'wait', text: t('waiting.state.behind') }
  return { kind: 'wait', text: t(online ? 'waiting.state.next' : 'waiting.state.waiting') }
}
