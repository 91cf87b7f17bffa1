/** Where an operation can go from here, with what is missing for it said beside; the way back wants a reason. */
import { moveOperation } from '@kerege/contract/repatriation/operations/routes'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import type { OperationState } from '@kerege/contract/repatriation/operations/states'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { useCommand } from './api.ts'
import css from './operations.module.css'

/** Those that want a reason: steps back, and calling it off. */
type Asked = Exclude<OperationState, 'completed' | 'under-way'>

export function StepActs({ operation }: { operation: Operation }) {
  const t = useT()
  const { busy, problem, run } = useCommand()
  const [asked, ask] = useState<Asked>()
  if (operation.next.length === 0) return null
  const params = { id: operation.id }
  return (
    <div className={css.stepActs}>
      {operation.next.map(({ to, needsReason, missing }) => (
        <div key={to} className={css.stepAct}>
          <Button
            variant={needsReason ? 'subtle' : 'default'}
            loading={busy}
            disabled={missing.length > 0}
            onClick={() =>
              needsReason ? ask(to as Asked) : void run(moveOperation, { params, body: { to } })
            }
          >
            {t(`operations.to.${to}`)}
          </Button>
          {missing.length > 0 && (
            <span className="k-dim k-small">
              {missing.map(guard => t(`operations.guard.${guard}`)).join(' ')}
            </span>
          )}
        </div>
      ))}
      {problem && (
        <Notice kind="stop" live>
          {problem}
        </Notice>
      )}
      <ReasonDialog
        opened={asked !== undefined}
        onClose={() => ask(undefined)}
        title={asked ? t(`operations.to.${asked}`) : ''}
        consequence={asked ? t(`operations.after.${asked}`) : ''}
        act={asked ? t(`operations.to.${asked}`) : ''}
        grave={asked === 'called-off'}
        slice="operations"
        onAct={async reason => {
          if (asked) await send(moveOperation, { params, body: { to: asked, reason } })
          await queryClient.invalidateQueries()
        }}
      />
    </div>
  )
}
