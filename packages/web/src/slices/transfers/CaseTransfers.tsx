/** On the page of a case: to whom it was offered, what came of it, and the way to ask. */
import { noteTransfer, takeBackTransfer } from '@kerege/contract/transfers/routes'
import type { Transfer } from '@kerege/contract/transfers/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, useSend } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Card } from '../../ui/Card.tsx'
import { ReasonDialog } from '../../ui/ReasonDialog.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { toast } from '../../ui/toasts.ts'
import { useCaseTransfers } from './api.ts'
import css from './transfers.module.css'
import { placeName, standOf } from './words.ts'

export function CaseTransfers({ caseId }: { caseId: string }) {
  const t = useT()
  const body = useCaseTransfers(caseId).data?.body
  if (!body || (body.rows.length === 0 && !body.mayAsk)) return null
  return (
    <div id="transfers">
      <Card
        flush
        title={t('transfers.title')}
        count={body.rows.length}
        side={
          body.mayAsk && (
            <Button variant="subtle" component={Link} to={`/cases/${caseId}/transfer`}>
              {t('transfers.ask')}
            </Button>
          )
        }
      >
        {body.rows.length === 0 && <p className={css.none}>{t('transfers.none')}</p>}
        <ul className={css.list}>
          {body.rows.map(row => (
            <li key={row.id} className={css.row}>
              <One one={row} />
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}

function One({ one }: { one: Transfer }) {
  const t = useT()
  const format = useFormat()
  const { kind, text } = standOf(one, t)
  const words = one.words.filter(({ words: said }) => said !== undefined)
  return (
    <>
      <div className={css.top}>
        <strong>{placeName(one.to, format)}</strong>
        <StatePill kind={kind}>{text}</StatePill>
      </div>
      <div className="k-dim k-small">
        {t('transfers.askedBy', { name: one.by.name, day: format.date(one.askedAt, 'text') })}
        {one.state === 'asked' &&
          ` · ${t('transfers.answerByDay', { day: format.date(one.answerBy, 'text') })}`}
      </div>
      {one.receiver && one.state === 'asked' && (
        <div className="k-dim k-small">
          {one.receiverGone
            ? t('transfers.receiverGone', { name: one.receiver.name })
            : t('transfers.forWhom', { name: one.receiver.name })}
        </div>
      )}
      {one.stopped && <div>{t(`transfers.stopped.${one.stopped}`)}</div>}
      {words.map(({ what, at, by, words: said }) => (
        <div key={what + at} className={css.said}>
          <span className="k-dim k-small">
            {[t(`transfers.step.${what}`), by?.name, format.date(at, 'text')].filter(Boolean).join(' · ')}
          </span>
          <span className={css.text} dir="auto">
            {said}
          </span>
        </div>
      ))}
      <Acts one={one} />
    </>
  )
}

function Acts({ one }: { one: Transfer }) {
  const t = useT()
  const [taking, take] = useState(false)
  const back = useSend(takeBackTransfer)
  const note = useSend(noteTransfer)
  const unread = (one.state === 'declined' || one.state === 'stopped') && !one.noted
  if (!one.mayTakeBack && !unread) return null
  return (
    <div className={css.top}>
      {one.mayTakeBack && (
        <Button variant="default" onClick={() => take(true)}>
          {t('transfers.takeBack')}
        </Button>
      )}
      {unread && (
        <Button
          variant="default"
          loading={note.isPending}
          onClick={() =>
            note.mutate(
              { input: { params: { id: one.id } } },
              { onSuccess: () => void queryClient.invalidateQueries() },
            )
          }
        >
          {t('transfers.note')}
        </Button>
      )}
      <ReasonDialog
        opened={taking}
        onClose={() => take(false)}
        title={t('transfers.takeBack.title')}
        consequence={t('transfers.takeBack.text')}
        keep={t('transfers.takeBack.keep')}
        act={t('transfers.takeBack')}
        grave={false}
        slice="transfers"
        onAct={async reason => {
          await back.mutateAsync({ input: { params: { id: one.id }, body: { seen: one.version, reason } } })
          await queryClient.invalidateQueries()
          toast(t('transfers.takenBack'))
        }}
      />
    </div>
  )
}
