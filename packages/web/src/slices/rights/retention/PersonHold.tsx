/** What holds a file, on the page of a person or a case, for who may ask for an erasure. */
import { liftHold } from '@kerege/contract/rights/retentionRoutes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../rights.module.css'
import { useHold } from './api.ts'
import { HoldDrawer } from './HoldDrawer.tsx'

export function PersonHold({ personId }: { personId: string }) {
  const t = useT()
  const format = useFormat()
  const [holding, hold] = useState(false)
  const [lifting, lift] = useState(false)
  const free = useSend(liftHold)
  const body = useHold(personId).data?.body
  if (!body) return null
  const held = body.hold
  return (
    <>
      {held ? (
        <div className={css.row}>
          <div>
            <StatePill kind="seal">{t(`retention.why.${held.why}`)}</StatePill>
            <div className="k-dim k-small">
              {[held.paper, held.until && format.date(held.until), held.by.name].filter(Boolean).join(' · ')}
            </div>
          </div>
          <Button variant="default" onClick={() => lift(true)}>
            {t('retention.lift')}
          </Button>
        </div>
      ) : (
        <div>
          <Button variant="default" onClick={() => hold(true)}>
            {t('retention.hold')}
          </Button>
        </div>
      )}
      <HoldDrawer personId={holding ? personId : undefined} onClose={() => hold(false)} />
      <ReasonDialog
        opened={lifting}
        onClose={() => lift(false)}
        title={t('retention.lift')}
        consequence={t('retention.liftText')}
        act={t('retention.lift')}
        grave={false}
        slice="retention"
        onAct={reason => free.mutateAsync({ input: { params: { id: personId }, body: { reason } } })}
      />
    </>
  )
}
