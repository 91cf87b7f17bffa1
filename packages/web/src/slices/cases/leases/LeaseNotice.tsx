/** "NAME is working on this since 10:42", with the way to go on all the same. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import type { Leased } from './useLease.ts'

export function LeaseNotice({ lease: { holder, lost, takeOver } }: { lease: Leased }) {
  const t = useT()
  const format = useFormat()
  const [problem, setProblem] = useState<unknown>()
  if (!holder) return null
  const values = { name: holder.name, time: format.time(holder.since) }
  return (
    <Notice
      kind="wait"
      live
      title={
        holder.self ? t('leases.self', values) : lost ? t('leases.lost', values) : t('leases.held', values)
      }
      act={
        !holder.self && (
          <Button
            variant="default"
            onClick={() =>
              takeOver().then(
                () => setProblem(undefined),
                (error: unknown) => setProblem(error),
              )
            }
          >
            {t('leases.takeOver')}
          </Button>
        )
      }
    >
      {problem === undefined
        ? !holder.self && t(lost ? 'leases.lost.text' : 'leases.text')
        : problemText(problem, 'leases')}
    </Notice>
  )
}
