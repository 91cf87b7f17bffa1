/** What stands under an item of an agenda: who spoke to it, statements filed to it, and the record that is approved there. */
import { approveRecord, getRecord, listStatements } from '@kerege/contract/council/record/routes'
import type { AgendaItem } from '@kerege/contract/council/agenda'
import type { Session } from '@kerege/contract/council/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useGet, useSend } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import css from '../council.module.css'
import { PartyLabel } from '../parts/Said.tsx'
import { RecordStatePill, utcText } from './state.tsx'

interface Props {
  session: Session
  item: AgendaItem
}

export function ItemExtras({ session, item }: Props) {
  const t = useT()
  const statements = useGet(listStatements, { params: { id: session.id } }).data?.body.rows ?? []
  const own = statements.filter(one => one.itemId === item.id && !one.withdrawnAt)
  return (
    <>
      <Speakers item={item} />
      {own.length > 0 && (
        <ul className="k-small" aria-label={t('council.sta.statements')}>
          {own.map(one => (
            <li key={one.id}>
              <Link to={`/documents/${one.id}`}>{one.symbol}</Link> <PartyLabel party={one.party} />
              {one.withheld && ` · ${t('council.sta.withheld')}`}
            </li>
          ))}
        </ul>
      )}
      {item.approves && <ItemRecord session={session} item={item} approves={item.approves} />}
    </>
  )
}

/** Who had the floor under this item, in that order; what they filed stands below. */
function Speakers({ item }: { item: AgendaItem }) {
  const t = useT()
  if (item.speakers.length === 0) return null
  return (
    <div className="k-small">
      <span className="k-dim">{t('council.item.spoke')}</span>{' '}
      {item.speakers.map((one, at) => (
        <span key={`${one.party.id}.${one.kind}`}>
          {at > 0 && ' · '}
          <PartyLabel party={one.party} />
          {one.kind === 'reply' && ` (${t('council.floor.reply')})`}
          {one.speaking && (
            <>
              {' '}
              <StatePill kind="info">{t('council.floor.now')}</StatePill>
            </>
          )}
        </span>
      ))}
    </div>
  )
}

/** The chair approves here, once the session goes on with an adopted agenda; what is missing is said by the refusal. */
function ItemRecord({ session, item, approves }: Props & { approves: string }) {
  const t = useT()
  const may = useMay()('council.decide')
  const approve = useSend(approveRecord)
  const body = useGet(getRecord, { params: { id: approves } }).data?.body
  if (!body) return null
  const { record } = body
  if (!record) return <p className="k-dim k-small">{t('council.rec.none')}</p>
  const { state, correctionsUntil, correctionsOver, openCorrections } = record
  return (
    <div className={css.inside}>
      <div className="k-row">
        <Link to={`/documents/${record.documentId}`}>{record.symbol}</Link>
        <RecordStatePill record={record} />
      </div>
      {state === 'circulated' && (
        <div className="k-small k-dim">
          {correctionsOver
            ? t('council.rec.over')
            : correctionsUntil && t('council.rec.until', { when: utcText(correctionsUntil) })}
          {openCorrections > 0 && ` ${t('council.rec.openN', { n: openCorrections })}`}
        </div>
      )}
      {may && state === 'circulated' && session.state === 'under-way' && (
        <div className={css.acts}>
          <Button
            loading={approve.isPending}
            onClick={() =>
              approve.mutate({
                input: { params: { id: session.id, itemId: item.id }, body: { basedOn: record.version } },
              })
            }
          >
            {t('council.rec.approve')}
          </Button>
        </div>
      )}
      {approve.error && (
        <Notice kind="stop" live>
          {problemText(approve.error, 'council')}
        </Notice>
      )}
    </div>
  )
}
