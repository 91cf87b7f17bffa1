/** The agenda on the page of its session: items with their time, and the state in which it was given out. */
import { getAgenda, giveOutAgenda, moveItem, removeItem } from '@kerege/contract/council/agendaRoutes'
import { type Agenda, type AgendaItem, nextAgendaStates } from '@kerege/contract/council/agenda'
import { listDecisions } from '@kerege/contract/council/decisionRoutes'
import type { Session } from '@kerege/contract/council/schema'
import { ActionIcon, Button } from '@mantine/core'
import {
  IconArrowDown,
  IconArrowUp,
  IconFilePlus,
  IconMicrophone2,
  IconPencil,
  IconTrash,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet, useSend } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { problemText } from '../../../ui/problems.ts'
import { StatePill } from '../../../ui/StatePill.tsx'
import { Said, SaidFully } from '../parts/Said.tsx'
import css from '../council.module.css'
import { AddDocumentDrawer } from '../documents/AddDocumentDrawer.tsx'
import { ItemExtras } from '../record/ItemExtras.tsx'
import { ItemDrawer } from './ItemDrawer.tsx'

export function AgendaCard({ session }: { session: Session }) {
  const t = useT()
  const may = useMay()('council.prepare')
  const query = useGet(getAgenda, { params: { id: session.id } })
  const agenda = query.data?.body
  if (!agenda || (agenda.items.length === 0 && !may)) return null
  return (
    <Card
      flush
      title={t('council.agenda')}
      note={
        agenda.state === 'draft' ? (
          t('council.agenda.draft')
        ) : (
          <StatePill kind={agenda.state === 'adopted' ? 'ok' : 'info'}>
            {t('council.agenda.stateN', { state: t(`council.agenda.${agenda.state}`), n: agenda.revision })}
          </StatePill>
        )
      }
      side={
        <Button
          variant="default"
          component={Link}
          to={`/sessions/${session.id}/speakers`}
          leftSection={<IconMicrophone2 size={18} stroke={1.7} />}
        >
          {t('council.speakers')}
        </Button>
      }
    >
      <Items session={session} agenda={agenda} may={may && agenda.state !== 'adopted'} mayAdd={may} />
      {agenda.revisions.length > 1 && <Earlier agenda={agenda} />}
    </Card>
  )
}

interface ItemsProps {
  session: Session
  agenda: Agenda
  may: boolean
  /** Documents of a session come also after its agenda was adopted. */
  mayAdd: boolean
}

function Items({ session, agenda, may, mayAdd }: ItemsProps) {
  const t = useT()
  const [over, setOver] = useState<'new' | AgendaItem>()
  const [adding, setAdding] = useState<string>()
  const move = useSend(moveItem)
  const remove = useSend(removeItem)
  const give = useSend(giveOutAgenda)
  const error = move.error ?? remove.error ?? give.error
  const times = timesOf(session, agenda.items)
  const params = (itemId: string) => ({ id: session.id, itemId })
  return (
    <>
      {error && (
        <Notice kind="stop" live>
          {problemText(error, 'council')}
        </Notice>
      )}
      {agenda.items.length === 0 && <p className={css.empty}>{t('council.agenda.none')}</p>}
      <ol className={css.rows}>
        {agenda.items.map((item, at) => (
          <li key={item.id}>
            {times[at] && <span className="k-num k-dim">{times[at]}</span>}
            <div className={css.words}>
              <strong>
                {at + 1}. <Said text={item.title} />
              </strong>
              <ItemPapers item={item} />
              <ItemDecisions session={session} ids={item.decisions} />
              {item.note && <SaidFully text={item.note} />}
              <ItemExtras session={session} item={item} />
            </div>
            {item.minutes && (
              <span className="k-dim k-num">{t('council.minutesN', { n: item.minutes })}</span>
            )}
            {mayAdd && (
              <ActionIcon
                variant="subtle"
                className="k-screen"
                aria-label={t('council.doc.addTo', { n: at + 1 })}
                onClick={() => setAdding(item.id)}
              >
                <IconFilePlus size={18} stroke={1.7} />
              </ActionIcon>
            )}
            {may && (
              <span className="k-row k-screen">
                <ActionIcon
                  variant="subtle"
                  aria-label={t('council.item.up', { n: at + 1 })}
                  onClick={() => move.mutate({ input: { params: params(item.id), body: { by: -1 } } })}
                >
                  <IconArrowUp size={18} stroke={1.7} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={t('council.item.down', { n: at + 1 })}
                  onClick={() => move.mutate({ input: { params: params(item.id), body: { by: 1 } } })}
                >
                  <IconArrowDown size={18} stroke={1.7} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={t('council.item.change', { n: at + 1 })}
                  onClick={() => setOver(item)}
                >
                  <IconPencil size={18} stroke={1.7} />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={t('council.item.remove', { n: at + 1 })}
                  onClick={() => remove.mutate({ input: { params: params(item.id) } })}
                >
                  <IconTrash size={18} stroke={1.7} />
                </ActionIcon>
              </span>
            )}
          </li>
        ))}
      </ol>
      {may && (
        <div className={`${css.acts} ${css.foot}`}>
          <Button variant="default" onClick={() => setOver('new')}>
            {t('council.item.add')}
          </Button>
          {agenda.items.length > 0 &&
            nextAgendaStates(agenda.state)
              // A session adopts its agenda itself, so it has begun by then.
              .filter(
                state => state !== 'adopted' || session.state === 'under-way' || session.state === 'closed',
              )
              .map(state => (
                <Button
                  key={state}
                  variant="default"
                  onClick={() =>
                    give.mutate({
                      input: {
                        params: { id: session.id },
                        body: {
                          state: state as 'provisional' | 'annotated' | 'adopted',
                          basedOn: agenda.revision,
                        },
                      },
                    })
                  }
                >
                  {t(`council.agenda.give.${state}`)}
                </Button>
              ))}
        </div>
      )}
      <ItemDrawer
        session={session}
        item={typeof over === 'object' ? over : undefined}
        opened={over !== undefined}
        onClose={() => setOver(undefined)}
      />
      <AddDocumentDrawer
        place={adding === undefined ? undefined : { sessionId: session.id, itemId: adding }}
        onClose={() => setAdding(undefined)}
      />
    </>
  )
}

/** Documents that belong to it, by symbol where they have one; symbols that name nothing here stay words. */
function ItemPapers({ item }: { item: AgendaItem }) {
  const known = new Set(item.documents.map(one => one.symbol))
  const words = item.papers.filter(symbol => !known.has(symbol))
  if (item.documents.length + words.length === 0) return null
  return (
    <ul className="k-small">
      {item.documents.map(one => (
        <li key={one.id}>
          <Link to={`/documents/${one.id}`}>
            {one.symbol && <>{one.symbol} · </>}
            <Said text={one.title} />
          </Link>
        </li>
      ))}
      {words.map(symbol => (
        <li key={symbol} className="k-dim">
          {symbol}
        </li>
      ))}
    </ul>
  )
}

/** By symbol and title; what belongs to another session, or is not open to the reader yet, is a way without them. */
function ItemDecisions({ session, ids }: { session: Session; ids: readonly string[] }) {
  const t = useT()
  const query = useGet(
    listDecisions,
    { query: { sessionId: session.id, limit: 50 } },
    { enabled: ids.length > 0 },
  )
  const known = new Map(query.data?.body.rows.map(row => [row.id, row]))
  return ids.map(id => {
    const row = known.get(id)
    return (
      <div key={id} className="k-small">
        <Link to={`/decisions/${id}`}>
          {row?.symbol && <>{row.symbol} · </>}
          {row ? <Said text={row.title} /> : t('council.item.decision')}
        </Link>
      </div>
    )
  })
}

/** When each item begins, by the clock of the host; empty where a length is not known. */
function timesOf(session: Session, items: readonly AgendaItem[]): (string | undefined)[] {
  const host = session.starts.find(one => one.city === session.city?.toLowerCase()) ?? session.starts[0]
  if (!host) return []
  let minute: number | undefined = Number(host.local.slice(11, 13)) * 60 + Number(host.local.slice(14, 16))
  return items.map(item => {
    const begins = minute
    minute = begins === undefined || item.minutes === undefined ? undefined : begins + item.minutes
    if (begins === undefined) return undefined
    const two = (n: number) => String(n).padStart(2, '0')
    return `${two(Math.floor(begins / 60) % 24)}:${two(begins % 60)}`
  })
}

/** The agenda as it was given out before, to compare. */
function Earlier({ agenda }: { agenda: Agenda }) {
  const t = useT()
  const format = useFormat()
  return (
    <details className={css.foot}>
      <summary>{t('council.agenda.earlier')}</summary>
      {agenda.revisions.slice(1).map(one => (
        <section key={one.revision}>
          <h3>
            {t('council.agenda.stateN', { state: t(`council.agenda.${one.state}`), n: one.revision })},{' '}
            {format.date(one.at)}
          </h3>
          <ol>
            {one.titles.map((title, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: an agenda that was given out does not change
              <li key={at}>
                {at + 1}. <Said text={title} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </details>
  )
}
