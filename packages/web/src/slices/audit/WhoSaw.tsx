/** "Who saw this": everybody who opened or changed one record, the newest first, refusals included. */
import { Button } from '@mantine/core'
import { whoSaw } from '@kerege/contract/audit/routes'
import type { Sighting } from '@kerege/contract/audit/schema'
import { useInfiniteQuery } from '@tanstack/react-query'
import { send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Refused } from '../../ui/Answered.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { LoadingShape } from '../../ui/LoadingShape.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import css from './audit.module.css'
import { actionText, fieldText, outcomeKind } from './words.ts'

interface Props {
  /** Of the record. */
  id: string
  opened: boolean
  onClose: () => void
}

export function WhoSaw({ id, opened, onClose }: Props) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={onClose} title={t('audit.whoSaw')}>
      {opened && <Sightings id={id} />}
    </Drawer>
  )
}

function Sightings({ id }: { id: string }) {
  const t = useT()
  const pages = useInfiniteQuery({
    queryKey: ['audit.seen', id],
    queryFn: async ({ pageParam, signal }) =>
      (await send(whoSaw, { params: { id }, query: pageParam ? { cursor: pageParam } : {} }, { signal }))
        .body,
    initialPageParam: '',
    getNextPageParam: last => last.next,
    // Each look adds a line of its own: the list is asked for anew whenever it is opened.
    staleTime: 0,
  })
  if (pages.isPending) return <LoadingShape rows={6} />
  if (!pages.data) return <Refused error={pages.error} again={() => void pages.refetch()} />
  const rows = pages.data.pages.flatMap(page => page.rows)
  return (
    <>
      <p className="k-dim">{t('audit.whoSaw.text')}</p>
      <ol className={css.sightings}>
        {rows.map(row => (
          <OneSighting key={row.id} sighting={row} />
        ))}
      </ol>
      {pages.hasNextPage && (
        <Button
          variant="default"
          mt={16}
          loading={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {t('ui.list.more')}
        </Button>
      )}
    </>
  )
}

function OneSighting({ sighting }: { sighting: Sighting }) {
  const t = useT()
  const format = useFormat()
  const { at, who, role, action, outcome, fields } = sighting
  return (
    <li className={css.sighting}>
      <div className="k-row">
        <strong>
          <bdi>{who || t('audit.nobody')}</bdi>
        </strong>
        {outcome !== 'done' && (
          <StatePill kind={outcomeKind[outcome]}>{t(`audit.outcome.${outcome}`)}</StatePill>
        )}
      </div>
      <span>{actionText(action, t)}</span>
      {fields.length > 0 && (
        <span>{t('audit.fieldsAre', { fields: format.list(fields.map(field => fieldText(field, t))) })}</span>
      )}
      <span className="k-dim k-small">
        {role && `${t(`access.role.${role}`)} · `}
        <time dateTime={at}>{format.date(at, 'exact')}</time>
      </span>
    </li>
  )
}
