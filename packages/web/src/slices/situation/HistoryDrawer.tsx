/** All versions of one record, the latest first: what was done, why, by whom. */
import type { Entry } from '@kerege/contract/situation/schema'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { Facts } from '../../ui/Facts.tsx'
import { useEntryHistory } from './api.ts'
import { factsOf, headOf } from './words.ts'

export function HistoryDrawer({ one, onClose }: { one: Entry | undefined; onClose: () => void }) {
  const t = useT()
  return (
    <Drawer opened={one !== undefined} onClose={onClose} title={t('situation.history')}>
      {one && <Versions id={one.id} />}
    </Drawer>
  )
}

function Versions({ id }: { id: string }) {
  const t = useT()
  const format = useFormat()
  return (
    <Answered query={useEntryHistory(id)}>
      {({ body }) => (
        <div className="k-stack">
          {body.rows.map(row => (
            <Card
              key={row.number}
              title={t(`situation.what.${row.what}`)}
              note={t('situation.byWhom', { name: row.by.name, day: format.date(row.at, 'text') })}
            >
              {row.words && <p dir="auto">{row.words}</p>}
              <p dir="auto">{headOf(row, t, format)}</p>
              <Facts facts={factsOf(row, t, format)} />
            </Card>
          ))}
        </div>
      )}
    </Answered>
  )
}
