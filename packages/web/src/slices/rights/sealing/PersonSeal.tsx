/** Whether the records of a child are sealed, on the page of a person, for who may ask for it or ask to open them. */
import { askSeal, askSealOpening, personSeal } from '@kerege/contract/rights/sealingRoutes'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../rights.module.css'
import { SealDrawer } from './SealDrawer.tsx'

export function PersonSeal({ personId }: { personId: string }) {
  const t = useT()
  const format = useFormat()
  const [asking, ask] = useState(false)
  const body = useGet(personSeal, { params: { id: personId } }).data?.body
  if (!body) return null
  const { seal, approvalId } = body
  return (
    <div className={css.row}>
      {seal && (
        <div>
          <StatePill kind="seal">
            {seal.openUntil
              ? t('sealing.openUntil', { day: format.date(seal.openUntil) })
              : t(`sealing.why.${seal.why}`)}
          </StatePill>
          <div className="k-dim k-small">{[seal.by.name, format.date(seal.at)].join(' · ')}</div>
        </div>
      )}
      {approvalId ? (
        <Link to={`/approvals/${approvalId}`} className="k-link">
          {t('sealing.asked')}
        </Link>
      ) : (
        !seal?.openUntil && (
          <Button variant="default" onClick={() => ask(true)}>
            {t(seal ? 'sealing.open' : 'sealing.seal')}
          </Button>
        )
      )}
      <SealDrawer
        personId={personId}
        route={seal ? askSealOpening : askSeal}
        opened={asking}
        onClose={() => ask(false)}
      />
    </div>
  )
}
