/** Amendments by paragraph with what they would change; accepted, declined, taken back; a conflict is shown and never settled silently. */
import { getText, listAmendments, settleAmendment } from '@kerege/contract/council/documents/routes'
import { runsText } from '@kerege/contract/council/documents/rules'
import type { Amendment, CouncilDocument } from '@kerege/contract/council/documents/schema'
import type { Block } from '@kerege/contract/council/documents/text'
import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { PartyLabel } from '../parts/Said.tsx'
import { withWords } from './AmendDrawer.tsx'
import { Differences } from './Blocks.tsx'
import css from './documents.module.css'

const kinds = { proposed: 'wait', accepted: 'ok', declined: 'mute', withdrawn: 'mute' } as const

export function AmendmentsCard({ document }: { document: CouncilDocument }) {
  const t = useT()
  const { id, sourceLanguage: language } = document
  const rows = useGet(listAmendments, { params: { id } }).data?.body.rows ?? []
  const source = useGet(getText, { params: { id, language }, query: {} }).data?.body
  if (rows.length === 0 || !source) return null
  return (
    <Card
      flush
      title={t(document.bound?.as === 'record' ? 'council.rec.corrections' : 'council.doc.amendments')}
    >
      <ul className={css.lines}>
        {rows.map(row => (
          <OneAmendment
            key={row.id}
            amendment={row}
            document={document}
            number={source.version}
            now={source.text.blocks.find(block => block.id === row.blockId)}
          />
        ))}
      </ul>
    </Card>
  )
}

interface Props {
  amendment: Amendment
  document: CouncilDocument
  number: number
  /** The paragraph as it stands now. */
  now: Block | undefined
}

function OneAmendment({ amendment: one, document, number, now }: Props) {
  const t = useT()
  const format = useFormat()
  return (
    <li>
      <div className={css.chosen}>
        <strong>
          {one.party && <PartyLabel party={one.party} />} · {t(`council.doc.action.${one.action}`)}
        </strong>
        <StatePill kind={kinds[one.state]}>{t(`council.doc.amendment.${one.state}`)}</StatePill>
      </div>
      <div lang={document.sourceLanguage} className="k-read">
        <Differences before={one.action === 'insert-after' ? undefined : one.before} after={one.after} />
      </div>
      <p dir="auto">
        {t('council.doc.why')}: {one.reason}
      </p>
      {one.answer && <p dir="auto">{one.answer}</p>}
      <div className="k-dim k-small">
        {one.by} · {format.date(one.at, 'exact')}
        {one.settledBy && one.settledAt && ` · ${one.settledBy}, ${format.date(one.settledAt, 'exact')}`}
      </div>
      {one.conflict && <Notice kind="wait">{t(`council.doc.conflict.${one.conflict}`)}</Notice>}
      {one.state === 'proposed' && <Settle amendment={one} document={document} number={number} now={now} />}
    </li>
  )
}

function Settle({ amendment: one, document, number, now }: Props) {
  const t = useT()
  const may = useMay()('council.prepare')
  const settle = useSend(settleAmendment)
  const proposed = one.after && one.after.kind !== 'table' ? runsText(one.after.runs) : ''
  const [words, setWords] = useState(proposed)
  const changed = one.conflict === 'changed'
  const [declining, setDeclining] = useState(false)
  // Who says no to a correction of a record owes the delegation a reason.
  const owesReason = document.bound?.as === 'record'
  const act = (as: 'accepted' | 'declined' | 'withdrawn') => {
    const base = one.action === 'replace' ? now : one.after
    const agreed = changed && as === 'accepted' && base ? { agreed: withWords(base, words.trim()) } : {}
    settle.mutate({
      input: {
        params: { id: document.id, amendmentId: one.id },
        body: { as, ...(as === 'accepted' ? { basedOn: number } : {}), ...agreed },
      },
    })
  }
  return (
    <>
      {may && changed && (
        <>
          {now && (
            <div lang={document.sourceLanguage} className="k-read">
              <Differences before={one.before} after={now} />
            </div>
          )}
          {one.action !== 'remove' && (
            <Textarea
              label={t('council.doc.agreed')}
              value={words}
              rows={4}
              maxLength={10_000}
              lang={document.sourceLanguage}
              onChange={event => setWords(event.currentTarget.value)}
            />
          )}
        </>
      )}
      <div className={css.chosen}>
        {may && one.conflict !== 'gone' && !(changed && one.action === 'remove') && (
          <Button loading={settle.isPending} onClick={() => act('accepted')}>
            {t('council.doc.accept')}
          </Button>
        )}
        {may && (
          <Button
            variant="default"
            loading={settle.isPending}
            onClick={() => (owesReason ? setDeclining(true) : act('declined'))}
          >
            {t('council.doc.decline')}
          </Button>
        )}
        {one.mine && (
          <Button variant="default" loading={settle.isPending} onClick={() => act('withdrawn')}>
            {t('council.doc.takeBack')}
          </Button>
        )}
      </div>
      <ReasonDialog
        opened={declining}
        onClose={() => setDeclining(false)}
        title={t('council.doc.decline')}
        consequence={t('council.rec.declineText')}
        act={t('council.doc.decline')}
        grave={false}
        slice="council"
        onAct={answer =>
          settle.mutateAsync({
            input: { params: { id: document.id, amendmentId: one.id }, body: { as: 'declined', answer } },
          })
        }
      />
      {settle.error && (
        <Notice kind="stop" live>
          {problemText(settle.error, 'council')}
        </Notice>
      )}
    </>
  )
}
