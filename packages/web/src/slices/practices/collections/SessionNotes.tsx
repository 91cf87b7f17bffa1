/** On the page of a session: practices that the reader means to speak of, with notes that nobody else reads. */
import { keepPractice, listKept } from '@kerege/contract/practices/collections/routes'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send, useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { Card } from '../../../ui/Card.tsx'
import { Drawer } from '../../../ui/Drawer.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PracticeLink } from '../adoption/state.tsx'
import css from '../adoption/adoption.module.css'
import { KeptRows } from './KeptRows.tsx'

export function SessionNotes({ sessionId }: { sessionId: string }) {
  const t = useT()
  const may = useMay()('practices.read')
  const [choosing, setChoosing] = useState(false)
  const rows = useGet(listKept, { query: { sessionId } }, { enabled: may }).data?.body.rows
  if (!may || !rows) return null
  return (
    <Card
      flush
      title={t('practices.keep.forSession')}
      note={t('practices.keep.private')}
      foot={
        <Button variant="default" className="k-screen" onClick={() => setChoosing(true)}>
          {t('practices.keep.choose')}
        </Button>
      }
    >
      {rows.length === 0 ? (
        <p className={css.empty}>{t('practices.keep.forSessionNone')}</p>
      ) : (
        <KeptRows rows={rows} sessionId={sessionId} />
      )}
      <Drawer opened={choosing} onClose={() => setChoosing(false)} title={t('practices.keep.choose')}>
        {choosing && <FromMine sessionId={sessionId} there={rows.map(row => row.practice.id)} />}
      </Drawer>
    </Card>
  )
}

/** Chosen from what one keeps: a session is prepared from what was read. */
function FromMine({ sessionId, there }: { sessionId: string; there: readonly string[] }) {
  const t = useT()
  const mine = useGet(listKept, {}).data?.body.rows
  if (!mine) return null
  const rest = mine.filter(row => !there.includes(row.practice.id))
  if (rest.length === 0) {
    return <EmptyState title={t('practices.keep.none')}>{t('practices.keep.noneText')}</EmptyState>
  }
  const take = async (id: string) => {
    await send(keepPractice, { params: { id }, body: { sessionId } })
    await queryClient.invalidateQueries({ queryKey: [listKept.method, listKept.path] })
  }
  return (
    <ul className={css.rows}>
      {rest.map(row => (
        <li key={row.practice.id}>
          <div className={css.words}>
            <PracticeLink practice={row.practice} />
          </div>
          <Button variant="default" onClick={() => take(row.practice.id)}>
            {t('practices.keep.take', { name: row.practice.symbol })}
          </Button>
        </li>
      ))}
    </ul>
  )
}
