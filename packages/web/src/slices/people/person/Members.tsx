import type { KinshipSection } from '@kerege/contract/people/schema'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from './person.module.css'

type Household = NonNullable<KinshipSection['household']>

/** Who belongs to the family, the oldest first, as the node orders them. */
export function Members({ household, self }: { household: Household; self: string }) {
  const t = useT()
  const format = useFormat()
  return (
    <>
      <ul>
        {household.members.map(member => (
          <li key={member.personId} className={css.member}>
            <span>
              {member.personId === self ? (
                <strong aria-current="page">
                  <bdi>{member.label}</bdi>
                </strong>
              ) : (
                <Link to={`/people/${member.personId}`}>
                  <bdi>{member.label}</bdi>
                </Link>
              )}
              <span className="k-dim"> · {t(`people.role.${member.role}`)}</span>
            </span>
            <span className="k-num">{member.birth && format.age(member.birth)}</span>
          </li>
        ))}
      </ul>
      {household.notShown > 0 && (
        <p className="k-dim k-small">{t('people.family.notShown', { n: household.notShown })}</p>
      )}
    </>
  )
}
