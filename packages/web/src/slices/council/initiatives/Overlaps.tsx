/** Where two or more do the same for the same people at the same time, in words. Whether that is bad is theirs to say. */
import type { Matrix } from '@kerege/contract/council/initiatives/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import css from '../council.module.css'
import { PartyLabel, Said } from '../parts/Said.tsx'
import { periodText, usePlaces } from './words.ts'

export function Overlaps({ matrix }: { matrix: Matrix }) {
  const t = useT()
  const format = useFormat()
  const places = usePlaces()
  return (
    <div id="overlaps">
      <Card flush title={t('initiatives.overlaps')} note={t('initiatives.overlapsNote')}>
        {matrix.overlaps.length === 0 && <p className={css.empty}>{t('initiatives.noOverlaps')}</p>}
        <ul className={css.rows}>
          {matrix.overlaps.map(one => (
            <li key={[one.kind, one.group, ...one.places, ...one.ids].join(' ')}>
              <div className={css.words}>
                <strong>
                  {places.text(one.places)}: {t(`initiatives.kind.${one.kind}`)} –{' '}
                  {t(`initiatives.group.${one.group}`)}
                </strong>
                <ul>
                  {one.ids.map(id => {
                    const row = matrix.initiatives.find(each => each.id === id)
                    return (
                      row && (
                        <li key={id}>
                          <Link to={`/initiatives/${id}`}>
                            <Said text={row.title} />
                          </Link>{' '}
                          <span className="k-dim k-small">
                            <PartyLabel party={row.lead} /> · {periodText(row, format, t)} ·{' '}
                            {t(`initiatives.status.${row.status}`)}
                          </span>
                        </li>
                      )
                    )
                  })}
                </ul>
              </div>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  )
}
