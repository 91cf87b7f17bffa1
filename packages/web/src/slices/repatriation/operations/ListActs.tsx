/** Closing the list as a version, and opening it again with a reason. Why it cannot be closed stands beside. */
import { openQuestions } from '@kerege/contract/repatriation/operations/preparing'
import { freezeList, openList } from '@kerege/contract/repatriation/operations/preparingRoutes'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { IconLockOpen, IconSnowflake } from '@tabler/icons-react'
import { useState } from 'react'
import { queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { PapersButton } from '../../reception/PapersButton.tsx'
import { useCommand, useReadiness } from './api.ts'
import css from './operations.module.css'
import { isEnded } from './words.ts'

export function ListActs({ operation }: { operation: Operation }) {
  const papers = (
    <PapersButton papers={['people-list', 'arrival-list', 'cards']} query={{ operationId: operation.id }} />
  )
  if (!operation.may.lead || isEnded(operation)) return papers
  return (
    <>
      {papers}
      {operation.list.state === 'open' ? <Freeze operation={operation} /> : <Open operation={operation} />}
    </>
  )
}

function Freeze({ operation }: { operation: Operation }) {
  const t = useT()
  const { busy, problem, run } = useCommand()
  const ready = useReadiness(operation.id).data?.body
  const open = ready ? openQuestions(ready) : 0
  return (
    <div className={css.freeze}>
      <Button
        loading={busy}
        disabled={open > 0 || operation.totals.people === 0}
        leftSection={<IconSnowflake size={18} stroke={1.7} />}
        onClick={() => void run(freezeList, { params: { id: operation.id }, body: {} })}
      >
        {t('operations.freeze')}
      </Button>
      {(problem || open > 0) && (
        <span className="k-dim k-small" role="status">
          {problem ?? t('operations.freezeWhen', { n: open })}
        </span>
      )}
    </div>
  )
}

function Open({ operation }: { operation: Operation }) {
  const t = useT()
  const [asking, ask] = useState(false)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconLockOpen size={18} stroke={1.7} />}
        onClick={() => ask(true)}
      >
        {t('operations.unfreeze')}
      </Button>
      <ReasonDialog
        opened={asking}
        onClose={() => ask(false)}
        title={t('operations.unfreeze')}
        consequence={t('operations.unfreezeText')}
        act={t('operations.unfreeze')}
        grave={false}
        slice="operations"
        onAct={async reason => {
          await send(openList, { params: { id: operation.id }, body: { reason } })
          await queryClient.invalidateQueries()
        }}
      />
    </>
  )
}
