/** For those who moderate: who reviews, who could, and the one step that the reviewers' word leads to. */
import type { Practice } from '@kerege/contract/practices/record/schema'
import {
  freeReviewer,
  inviteReviewer,
  listCandidates,
  publishPractice,
  sendBack,
} from '@kerege/contract/practices/review/routes'
import type { CandidateRow, Review, ReviewSeat } from '@kerege/contract/practices/review/schema'
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { newId } from '../../../ui/newId.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { type StateKind, StatePill } from '../../../ui/StatePill.tsx'
import css from '../practices.module.css'

const kinds: Record<ReviewSeat['state'], StateKind> = {
  invited: 'wait',
  accepted: 'info',
  given: 'ok',
  declined: 'mute',
  conflict: 'mute',
  ended: 'mute',
}

export function LeadCard({ practice, review }: { practice: Practice; review: Review }) {
  const t = useT()
  const seats = review.seats.filter(seat => seat.round === review.round)
  const open = practice.state === 'submitted' || practice.state === 'review'
  return (
    <>
      {open && <LeadOn practice={practice} review={review} />}
      <Card
        flush
        title={t('practices.review.reviewers')}
        note={t('practices.review.round', { n: review.round })}
      >
        <ul className={css.rows}>
          {seats.map(seat => (
            <Seat key={seat.id} practiceId={practice.id} seat={seat} open={open} />
          ))}
          {seats.length === 0 && <li className="k-dim">{t('practices.review.nobodyYet')}</li>}
        </ul>
      </Card>
      {review.freeSeat !== undefined && <Choose practiceId={practice.id} third={review.freeSeat === 3} />}
    </>
  )
}

function LeadOn({ practice, review }: { practice: Practice; review: Review }) {
  const t = useT()
  const navigate = useNavigate()
  const [back, setBack] = useState(false)
  const publish = useSend(publishPractice)
  const { outcome = 'waiting' } = review
  const params = { id: practice.id }
  const declined = outcome === 'decline'
  return (
    <Card title={t('practices.review.outcome')}>
      <div className={css.stack}>
        <p>{t(`practices.outcome.${outcome}`)}</p>
        <div className={css.acts}>
          {outcome === 'publish' && (
            <Button
              loading={publish.isPending}
              onClick={() =>
                // The card is gone as soon as the state is read anew; what is called with the act would go with it.
                void publish.mutateAsync({ input: { params } }).then(
                  () => navigate({ to: `/practices/${practice.id}` }),
                  () => undefined,
                )
              }
            >
              {t('practices.review.publish')}
            </Button>
          )}
          {outcome !== 'publish' && (
            <Button
              variant={outcome === 'revise' || declined ? 'filled' : 'default'}
              onClick={() => setBack(true)}
            >
              {t(declined ? 'practices.review.decline' : 'practices.review.sendBack')}
            </Button>
          )}
        </div>
        {publish.error && (
          <Notice kind="stop" live>
            {problemText(publish.error, 'practices')}
          </Notice>
        )}
      </div>
      <ReasonDialog
        opened={back}
        onClose={() => setBack(false)}
        title={t(declined ? 'practices.review.decline' : 'practices.review.sendBack')}
        consequence={t('practices.review.backText')}
        act={t(declined ? 'practices.review.decline' : 'practices.review.sendBack')}
        grave={false}
        slice="practices"
        onAct={async reason => {
          await send(sendBack, { params, body: { reason } })
          await queryClient.invalidateQueries()
        }}
      />
    </Card>
  )
}

function Seat({ practiceId, seat, open }: { practiceId: string; seat: ReviewSeat; open: boolean }) {
  const t = useT()
  const format = useFormat()
  const [asking, ask] = useState(false)
  const busy = seat.state === 'invited' || seat.state === 'accepted'
  return (
    <li>
      <div className={css.words}>
        <bdi>{seat.reviewer?.name}</bdi>
        <div className="k-dim k-small">
          {[
            ...(seat.country ? [format.country(seat.country)] : []),
            ...(seat.seat === 3 ? [t('practices.review.third')] : []),
            format.date(seat.givenAt ?? seat.invitedAt),
          ].join(' · ')}
        </div>
        {seat.conflict && <p dir="auto">{seat.conflict}</p>}
        {busy && seat.reviewer?.here === false && <p>{t('practices.review.gone')}</p>}
      </div>
      <StatePill kind={kinds[seat.state]}>{t(`practices.seat.${seat.state}`)}</StatePill>
      {open && busy && (
        <Button variant="subtle" onClick={() => ask(true)}>
          {t('practices.review.free')}
        </Button>
      )}
      <ReasonDialog
        opened={asking}
        onClose={() => ask(false)}
        title={t('practices.review.free')}
        consequence={t('practices.review.freeText')}
        act={t('practices.review.free')}
        grave={false}
        slice="practices"
        onAct={async reason => {
          await send(freeReviewer, { params: { id: practiceId, reviewId: seat.id }, body: { reason } })
          await queryClient.invalidateQueries()
        }}
      />
    </li>
  )
}

function Choose({ practiceId, third }: { practiceId: string; third: boolean }) {
  const t = useT()
  const rows = useGet(listCandidates, { params: { id: practiceId } }).data?.body.rows
  const invite = useSend(inviteReviewer)
  return (
    <Card
      flush
      title={t(third ? 'practices.review.chooseThird' : 'practices.review.choose')}
      note={t('practices.review.chooseNote')}
    >
      {invite.error && (
        <Notice kind="stop" live>
          {problemText(invite.error, 'practices')}
        </Notice>
      )}
      <ul className={css.rows}>
        {rows?.length === 0 && <li className="k-dim">{t('practices.review.noCandidates')}</li>}
        {rows?.slice(0, 12).map(row => (
          <Candidate
            key={row.account.id}
            row={row}
            busy={invite.isPending}
            ask={() =>
              invite.mutate({
                input: { params: { id: practiceId }, body: { id: newId(), accountId: row.account.id } },
              })
            }
          />
        ))}
      </ul>
    </Card>
  )
}

function Candidate({ row, busy, ask }: { row: CandidateRow; busy: boolean; ask: () => void }) {
  const t = useT()
  const format = useFormat()
  const why = [
    row.languages.length > 0
      ? t('practices.review.reads', {
          languages: format.list(row.languages.map(one => format.language(one))),
        })
      : t('practices.review.readsNone'),
    ...(row.domains.length > 0
      ? [t('practices.review.knows', { domains: format.list(row.domains.map(one => t(`domains.${one}`))) })]
      : []),
    ...(row.otherCountry ? [] : [t('practices.review.sameCountry')]),
    ...(row.busy > 0 ? [t('practices.review.busy', { n: row.busy })] : []),
  ]
  return (
    <li>
      <div className={css.words}>
        <bdi>{row.account.name}</bdi>
        {row.country ? ` · ${format.country(row.country)}` : ''}
        <div className="k-dim k-small">{why.join(' · ')}</div>
      </div>
      <Button
        variant="default"
        disabled={busy}
        onClick={ask}
        aria-label={t('practices.review.askOne', { name: row.account.name })}
      >
        {t('practices.review.ask')}
      </Button>
    </li>
  )
}
