/** Statements of a session: all of them by their symbol, each with its pills, and the way to file one. */
import { listStatements, withdrawStatement } from '@kerege/contract/council/record/routes'
import type { Statement } from '@kerege/contract/council/record/schema'
import type { Session } from '@kerege/contract/council/schema'
import { Button } from '@mantine/core'
import { IconFilePlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useGet } from '../../../api.ts'
import { known, useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import css from '../council.module.css'
import { PartyLabel, Said } from '../parts/Said.tsx'
import { StatementPills } from './state.tsx'

export function StatementsCard({ session }: { session: Session }) {
  const t = useT()
  const body = useGet(listStatements, { params: { id: session.id } }).data?.body
  const [over, setOver] = useState<Statement>()
  if (!body) return null
  const { rows, mine } = body
  const why = mine.hindrance && known(`council.sta.hindrance.${mine.hindrance}`)
  if (rows.length === 0 && !mine.mayFile && !why) return null
  return (
    <Card
      flush
      title={t('council.sta.statements')}
      side={
        mine.mayFile && (
          <Button
            variant="default"
            component={Link}
            to={`/sessions/${session.id}/statements/new`}
            leftSection={<IconFilePlus size={18} stroke={1.7} />}
          >
            {t('council.sta.file')}
          </Button>
        )
      }
    >
      {why && (
        <Notice kind="info">
          <p>{t(why)}</p>
        </Notice>
      )}
      {rows.length === 0 && <p className={css.empty}>{t('council.sta.none')}</p>}
      <ul className={css.rows}>
        {rows.map(row => (
          <li key={row.id}>
            <div className={css.words}>
              <Link to={`/documents/${row.id}`}>
                <Said text={row.title} />
              </Link>
              <div className="k-dim k-small">
                {row.symbol} · <PartyLabel party={row.party} />
              </div>
            </div>
            <StatementPills statement={row} />
            {row.mayWithdraw && (
              <Button
                variant="subtle"
                size="compact-md"
                aria-label={`${t('council.sta.withdraw')}: ${row.symbol}`}
                onClick={() => setOver(row)}
              >
                {t('council.sta.withdraw')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ReasonDialog
        opened={over !== undefined}
        onClose={() => setOver(undefined)}
        title={`${t('council.sta.withdraw')}: ${over?.symbol ?? ''}`}
        consequence={t('council.sta.withdrawText')}
        act={t('council.sta.withdraw')}
        slice="council"
        onAct={async reason => {
          const params = { id: session.id, statementId: over?.id ?? '' }
          await send(withdrawStatement, { params, body: { reason } })
          await queryClient.invalidateQueries()
        }}
      />
    </Card>
  )
}
