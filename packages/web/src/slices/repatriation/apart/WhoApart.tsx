/** For the second person: which family, where and until when, on the page where they decide. */
import type { Approval } from '@kerege/contract/approvals/schema'
import type { AskedDivision } from '@kerege/contract/repatriation/operations/preparing'
import { askedDivision } from '@kerege/contract/repatriation/operations/preparingRoutes'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { linkTo } from '../../../ui/address.ts'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import css from './apart.module.css'

export default function WhoApart({ approval }: { approval: Approval }) {
  const found = useGet(askedDivision, { params: { id: approval.subjectId } }).data?.body
  // Whoever only looks at what was decided long ago is not told whose family it was.
  return found ? <Who division={found} /> : null
}

function Who({ division }: { division: AskedDivision }) {
  const t = useT()
  const format = useFormat()
  const { at, place, endsAt, members, notShown } = division
  return (
    <Card title={t('apart.who')}>
      <Facts
        facts={[
          [
            t('apart.family'),
            <ul key="family" className={css.people}>
              {members.map(one => (
                <li key={one.personId}>
                  <Link {...linkTo(`/people/${one.personId}`)} className="k-link">
                    <bdi>{one.name}</bdi>
                  </Link>
                  , {format.age(one.birth)}
                </li>
              ))}
              {notShown > 0 && <li className="k-dim">{t('apart.notShown', { n: notShown })}</li>}
            </ul>,
          ],
          [
            t('apart.where'),
            <>
              {t(`apart.at.${at}`)}
              {place && (
                <>
                  : <bdi>{place}</bdi>
                </>
              )}
            </>,
          ],
          [t('apart.until'), format.date(endsAt, 'exact')],
        ]}
      />
    </Card>
  )
}
