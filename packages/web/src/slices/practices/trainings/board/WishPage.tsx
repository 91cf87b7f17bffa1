/** One request or offer: what fits it, who answered, what came of it. */
import {
  answerWish,
  decideAnswer,
  getWish,
  withdrawAnswer,
  withdrawWish,
} from '@kerege/contract/practices/trainings/board/routes'
import type { Wish, WishAnswer } from '@kerege/contract/practices/trainings/board/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { bodyOf, queryClient, send, useGet, useSend } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { useMay } from '../../../../shell/session.ts'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { useDomainsText } from '../../../../ui/domains/words.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { TextField } from '../../../../ui/form/TextField.tsx'
import { useForm } from '../../../../ui/form/useForm.ts'
import { newId } from '../../../../ui/newId.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { problemText } from '../../../../ui/problems.ts'
import { ReasonDialog } from '../../../../ui/ReasonDialog.tsx'
import { Said, SaidFully } from '../../../council/parts/Said.tsx'
import { AgencyLabel } from '../parts/AgencyLabel.tsx'
import { daysText, languagesText, useProfessionsText } from '../parts/words.ts'
import css from '../trainings.module.css'
import { AnswerPill, WishPill } from './state.tsx'
import { WishDrawer } from './WishDrawer.tsx'

export function WishPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return <Answered query={useGet(getWish, { params: { id } })}>{({ body }) => <One wish={body} />}</Answered>
}

function One({ wish }: { wish: Wish }) {
  const t = useT()
  const format = useFormat()
  const may = useMay()
  const [over, setOver] = useState<'change' | 'withdraw' | 'answer'>()
  const close = () => setOver(undefined)
  return (
    <>
      <PageHead
        title={format.text(wish.title).text}
        eyebrow={<Link to="/trainings/board">{t('trainings.board')}</Link>}
        facts={[
          <WishPill key="state" state={wish.state} />,
          t(`trainings.wishKind.${wish.kind}`),
          <AgencyLabel key="agency" agency={wish.agency} />,
        ]}
        acts={
          <>
            {wish.may.change && (
              <Button variant="subtle" onClick={() => setOver('withdraw')}>
                {t('trainings.board.withdraw')}
              </Button>
            )}
            {wish.may.change && (
              <Button variant="default" onClick={() => setOver('change')}>
                {t('trainings.change')}
              </Button>
            )}
            {may('trainings.run') && wish.state === 'taken-up' && (
              <Button component={Link} to={`/trainings/new?wish=${wish.id}`} variant="default">
                {t('trainings.board.plan')}
              </Button>
            )}
            {wish.may.answer && (
              <Button onClick={() => setOver('answer')}>{t(`trainings.board.answer.${wish.kind}`)}</Button>
            )}
          </>
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          {wish.reason && (
            <Notice kind="info" title={t('trainings.wishState.withdrawn')}>
              <bdi>{wish.reason}</bdi>
            </Notice>
          )}
          {wish.words && (
            <Card title={t('trainings.about')}>
              <SaidFully text={wish.words} />
            </Card>
          )}
          <Answers wish={wish} />
          {wish.fitting.length > 0 && (
            <Card flush title={t('trainings.board.fits')}>
              <ul className={css.rows}>
                {wish.fitting.map(row => (
                  <li key={row.id}>
                    <div className={css.words}>
                      <Link to={`/trainings/board/${row.id}`}>
                        <Said text={row.title} />
                      </Link>
                      <div className="k-dim k-small">
                        <AgencyLabel agency={row.agency} /> · {daysText(row, format)}
                      </div>
                    </div>
                  </li>
                ))}
              </ul>
            </Card>
          )}
        </div>
        <WishFacts wish={wish} />
      </div>
      <WishDrawer wish={wish} opened={over === 'change'} onClose={close} />
      <AnswerDrawer wish={wish} opened={over === 'answer'} onClose={close} />
      <ReasonDialog
        opened={over === 'withdraw'}
        onClose={close}
        title={t('trainings.board.withdraw')}
        consequence={t('trainings.board.withdrawText')}
        act={t('trainings.board.withdraw')}
        slice="trainings"
        onAct={async reason => {
          await send(
            withdrawWish,
            { params: { id: wish.id }, body: { reason } },
            { ifMatch: `"${wish.version}"` },
          )
          await queryClient.invalidateQueries()
        }}
      />
    </>
  )
}

function WishFacts({ wish }: { wish: Wish }) {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  const professionsText = useProfessionsText()
  const { curriculum } = wish
  return (
    <aside className="k-stack" aria-label={t('trainings.facts')}>
      <Card title={t('trainings.facts')}>
        <Facts
          facts={[
            [t('trainings.when'), daysText(wish, format)],
            [t('trainings.forWhom'), professionsText(wish.professions)],
            [t('domains.title'), domainsText(wish.domains)],
            [t('trainings.languages'), languagesText(wish.languages, format)],
            ...(wish.people === undefined ? [] : [[t('trainings.peopleCount'), wish.people] as const]),
            ...(curriculum
              ? [
                  [
                    t('trainings.curriculum'),
                    <Link key="curriculum" to={`/trainings/catalogue/${curriculum.id}`}>
                      <Said text={curriculum.title} />
                    </Link>,
                  ] as const,
                ]
              : []),
            ...wish.events.map(
              one =>
                [
                  t('trainings.board.became'),
                  <Link key={one.id} to={`/trainings/${one.id}`}>
                    <Said text={one.title} />
                  </Link>,
                ] as const,
            ),
          ]}
        />
      </Card>
    </aside>
  )
}

function Answers({ wish }: { wish: Wish }) {
  const t = useT()
  return (
    <Card flush title={t('trainings.board.answers')}>
      {wish.answers.length === 0 && <p className={css.empty}>{t('trainings.board.noAnswers')}</p>}
      <ul className={css.rows}>
        {wish.answers.map(one => (
          <AnswerRow key={one.id} one={one} />
        ))}
      </ul>
    </Card>
  )
}

function AnswerRow({ one }: { one: WishAnswer }) {
  const t = useT()
  const format = useFormat()
  const decide = useSend(decideAnswer)
  const [over, setOver] = useState<'decline' | 'undo'>()
  const close = () => setOver(undefined)
  const params = { id: one.id }
  return (
    <li>
      <div className={css.words}>
        <strong>
          <AgencyLabel agency={one.agency} />
        </strong>{' '}
        <AnswerPill state={one.state} />
        <p dir="auto">{one.words}</p>
        <div className="k-dim k-small">
          <bdi>{one.by}</bdi> · {format.date(one.at)}
        </div>
        {one.reason && <p dir="auto">{one.reason}</p>}
        {decide.isError && (
          <Notice kind="stop" live>
            {problemText(decide.error, 'trainings')}
          </Notice>
        )}
      </div>
      <div className={css.acts}>
        {one.may.withdraw && (
          <Button variant="subtle" onClick={() => setOver('undo')}>
            {t('trainings.board.undo')}
          </Button>
        )}
        {one.may.decide && (
          <>
            <Button variant="default" onClick={() => setOver('decline')}>
              {t('trainings.decline')}
            </Button>
            <Button
              loading={decide.isPending}
              onClick={() => decide.mutate({ input: { params, body: { agree: true } } })}
            >
              {t('trainings.board.agree')}
            </Button>
          </>
        )}
      </div>
      <ReasonDialog
        opened={over === 'decline'}
        onClose={close}
        title={t('trainings.declineAsk')}
        consequence={t('trainings.declineText')}
        act={t('trainings.decline')}
        grave={false}
        slice="trainings"
        onAct={async reason => {
          await send(decideAnswer, { params, body: { agree: false, reason } })
          await queryClient.invalidateQueries()
        }}
      />
      <ReasonDialog
        opened={over === 'undo'}
        onClose={close}
        title={t('trainings.board.undo')}
        consequence={t('trainings.board.undoText')}
        act={t('trainings.board.undo')}
        grave={false}
        slice="trainings"
        onAct={async reason => {
          await send(withdrawAnswer, { params, body: { reason } })
          await queryClient.invalidateQueries()
        }}
      />
    </li>
  )
}

function AnswerDrawer({ wish, opened, onClose }: { wish: Wish; opened: boolean; onClose: () => void }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t(`trainings.board.answer.${wish.kind}`)}>
      {opened && <AnswerForm wish={wish} onDone={onClose} />}
    </Drawer>
  )
}

function AnswerForm({ wish, onDone }: { wish: Wish; onDone: () => void }) {
  const t = useT()
  const [initial] = useState(() => ({ id: newId() }))
  const form = useForm({
    name: `trainings.wishAnswer.${wish.id}`,
    schema: bodyOf(answerWish),
    initial,
    send: (body, options) => send(answerWish, { params: { id: wish.id }, body }, options),
    onDone: () => {
      void queryClient.invalidateQueries()
      onDone()
    },
  })
  return (
    <Form form={form} submit={t(`trainings.board.answer.${wish.kind}`)}>
      <TextField at="/words" label={t('trainings.board.words')} rows={4} maxLength={2000} />
    </Form>
  )
}
