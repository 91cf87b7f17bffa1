/** The Council as it stands: its bodies with who chairs and who follows, and everybody who takes part. */
import { listBodies, listParties } from '@kerege/contract/council/routes'
import type { BodyRow, PartyRow } from '@kerege/contract/council/schema'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import css from '../council.module.css'
import { PartyLabel, Said } from '../parts/Said.tsx'

export function CouncilPage() {
  const t = useT()
  return (
    <>
      <PageHead title={t('council.council')} />
      <div className="k-stack">
        <Answered query={useGet(listBodies, {})}>{({ body }) => <Bodies rows={body.rows} />}</Answered>
        <Answered query={useGet(listParties, {})}>{({ body }) => <Parties rows={body.rows} />}</Answered>
      </div>
    </>
  )
}

function Bodies({ rows }: { rows: readonly BodyRow[] }) {
  const t = useT()
  return (
    <Card flush title={t('council.bodies')}>
      <ul className={css.rows}>
        {rows.map(row => (
          <li key={row.id}>
            <div className={css.words}>
              <Link to={`/council/bodies/${row.id}`}>
                <Said text={row.name} />
              </Link>
              <div className="k-dim k-small">{row.code}</div>
            </div>
            <Chairs row={row} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

export function Chairs({ row }: { row: Pick<BodyRow, 'chair' | 'next'> }) {
  const t = useT()
  return (
    <div>
      {row.chair ? (
        <div>
          {t('council.chair')}: <PartyLabel party={row.chair} />
        </div>
      ) : (
        <div className="k-dim">{t('council.noChair')}</div>
      )}
      {row.next && (
        <div className="k-dim k-small">
          {t('council.nextChair')}: <PartyLabel party={row.next} />
        </div>
      )}
    </div>
  )
}

function Parties({ rows }: { rows: readonly PartyRow[] }) {
  const t = useT()
  const groups = Map.groupBy(rows, row => row.classification)
  return (
    <Card flush title={t('council.parties')} note={t('council.parties.working')}>
      {[...groups].map(([classification, parties]) => (
        <div key={classification}>
          <h3 className={css.group}>{t(`council.classes.${classification}`)}</h3>
          <ul className={css.rows}>
            {parties.map(row => (
              <li key={row.id}>
                <div className={css.words}>
                  <Link to={`/council/parties/${row.id}`}>
                    <PartyLabel party={row} />
                  </Link>
                  {!row.reportsCases && <div className="k-dim k-small">{t('council.noCases')}</div>}
                </div>
                <div className="k-dim">{row.head ?? t('council.peopleN', { n: row.delegates })}</div>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Card>
  )
}
