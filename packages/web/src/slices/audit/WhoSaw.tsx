/** "Who saw this": everybody who opened or changed one record, the newest first, refusals included. */
import { whoSaw } from '@kerege/contract/audit/routes'
import type { Sighting } from '@kerege/contract/audit/schema'
import { send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { MorePages } from '../../ui/MorePages.tsx'
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
  return (
    <MorePages
      of={['audit.seen', id]}
      load={async (cursor, signal) =>
        (await send(whoSaw, { params: { id }, query: cursor ? { cursor } : {} }, { signal })).body
      }
      live
    >
      {rows => (
        <>
          <p className="k-dim">{t('audit.whoSaw.text')}</p>
          <ol className={css.sightings}>
            {rows.map(row => (
              <OneSighting key={row.id} sighting={row} />
            ))}
          </ol>
        </>
      )}
    </MorePages>
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
