/** Who was told of one person, the latest first. */
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import css from '../consents.module.css'
import { useTold } from './api.ts'
import { Rests } from './ToldList.tsx'

export function ToldOfPerson({ personId }: { personId: string }) {
  const t = useT()
  const format = useFormat()
  const rows = useTold(personId).data?.body.rows
  if (!rows) return null
  return (
    <Card flush title={t('consents.register')}>
      {rows.length === 0 ? (
        <p className={css.none}>{t('consents.toldNone')}</p>
      ) : (
        <ul>
          {rows.map(row => (
            <li key={row.id} className={css.row}>
              <div className={css.words}>
                <Link to={`/sharing/told/${row.id}`}>{row.contact.organisation}</Link>
                <div className="k-dim k-small">
                  {[
                    row.purpose && t(`consents.purpose.${row.purpose}`),
                    t('consents.byWhom', { name: row.by.name, day: format.date(row.toldOn) }),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </div>
              </div>
              <div className={css.side}>
                <Rests row={row} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}
