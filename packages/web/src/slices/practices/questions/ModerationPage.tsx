/** Texts that were reported, and appeals: left or hidden with a reason that the author reads. Nobody decides about their own. */
import { decideHiding, decideText, orderQueue } from '@kerege/contract/practices/questions/routes'
import type { OrderItem } from '@kerege/contract/practices/questions/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import css from '../talk.module.css'
import { AuthorLine } from './parts.tsx'

export function ModerationPage() {
  const t = useT()
  return (
    <>
      <PageHead
        title={t('practices.questions.moderation')}
        eyebrow={<Link to="/questions">{t('practices.questions.title')}</Link>}
        facts={[t('practices.questions.moderationText')]}
      />
      <Answered query={useGet(orderQueue, {})}>
        {({ body }) =>
          body.rows.length === 0 ? (
            <EmptyState title={t('practices.questions.nothingReported')}>
              {t('practices.questions.nothingReportedText')}
            </EmptyState>
          ) : (
            <div className="k-stack">
              {body.rows.map(row => (
                <Item key={`${row.targetId}${row.hiding?.id ?? ''}`} row={row} />
              ))}
            </div>
          )
        }
      </Answered>
    </>
  )
}

function Item({ row }: { row: OrderItem }) {
  const t = useT()
  const format = useFormat()
  const [over, setOver] = useState<'yes' | 'no'>()
  const { hiding } = row
  const href =
    row.placeId && (row.kind === 'entry' ? `/practitioners/${row.placeId}` : `/questions/${row.placeId}`)
  // An appeal: show again or not; a report: hide or leave.
  const [yes, no] = hiding
    ? (['practices.questions.restore', 'practices.questions.stay'] as const)
    : (['practices.questions.hide', 'practices.questions.leave'] as const)
  const decide = async (which: 'yes' | 'no', reason: string) => {
    if (hiding) {
      const verdict = which === 'yes' ? ('restored' as const) : ('stays' as const)
      await send(decideHiding, { params: { id: hiding.id }, body: { verdict, words: reason } })
    } else {
      const { kind, targetId } = row
      await send(decideText, { body: { id: newId(), kind, targetId, hide: which === 'yes', reason } })
    }
    await queryClient.invalidateQueries()
  }
  return (
    <Card
      title={t(`practices.questions.kind.${row.kind}`)}
      note={<AuthorLine by={row.by} />}
      side={href && <Link to={href}>{t('practices.people.look')}</Link>}
    >
      <div className="k-stack">
        <p lang={row.language} dir="auto" className={css.text}>
          {row.words}
        </p>
        {row.reports.map(report => (
          <Notice key={report.at} kind="wait" title={format.date(report.at)}>
            <bdi>{report.reason}</bdi>
          </Notice>
        ))}
        {hiding && (
          <Notice kind="info" title={t('practices.questions.appealOf')}>
            <bdi>{hiding.appeal}</bdi>
            <p className="k-dim">
              {t('practices.questions.hidden')}: <bdi>{hiding.reason}</bdi>
            </p>
          </Notice>
        )}
        {row.mayDecide ? (
          <div className={css.acts}>
            <Button variant="default" onClick={() => setOver('no')}>
              {t(no)}
            </Button>
            <Button {...(hiding ? {} : { variant: 'outline', color: 'red' })} onClick={() => setOver('yes')}>
              {t(yes)}
            </Button>
          </div>
        ) : (
          <p className="k-dim">{t('practices.questions.notYours')}</p>
        )}
      </div>
      <ReasonDialog
        opened={over !== undefined}
        onClose={() => setOver(undefined)}
        title={t(over === 'no' ? no : yes)}
        consequence={t('practices.questions.decideText')}
        act={t(over === 'no' ? no : yes)}
        slice="practices"
        grave={!hiding && over === 'yes'}
        onAct={reason => decide(over ?? 'no', reason)}
      />
    </Card>
  )
}
