/** The team of who gives cases out: families of each worker against the usual number, what is overdue, what has come due. */
import { caseworkToday, type CaseworkToday } from '@kerege/contract/casework/today'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../api.ts'
import { useT } from '../../i18n/useT.tsx'
import { linkTo } from '../../ui/address.ts'
import { Card } from '../../ui/Card.tsx'
import { useSummary } from '../cases/api.ts'
import css from './team.module.css'

export function Team() {
  const t = useT()
  const team = useGet(caseworkToday, {}).data?.body.team ?? []
  const usual = useSummary().data?.body.usual
  if (team.length === 0 || usual === undefined) return null
  return (
    <Card flush title={t('casework.team')} note={t('casework.team.usual', { n: usual })}>
      <ul>
        {team.map(one => (
          <Worker key={one.id} one={one} usual={usual} />
        ))}
      </ul>
    </Card>
  )
}

function Worker({ one, usual }: { one: CaseworkToday['team'][number]; usual: number }) {
  const t = useT()
  // The mark of the usual number stands at four fifths, so that more than usual has room.
  const share = Math.min(100, (one.families / usual) * 80)
  return (
    <li className={css.row}>
      <strong className={css.name}>
        <bdi>{one.name}</bdi>
      </strong>
      <div className={css.load}>
        <div className={css.bar} aria-hidden="true">
          <span className={one.families > usual ? css.over : css.part} style={{ inlineSize: `${share}%` }} />
          <span className={css.mark} />
        </div>
        <Link {...linkTo(`/cases?of=team&workerId=${one.id}`)}>
          {t('casework.team.families', { n: one.families })}
        </Link>
      </div>
      <div className={css.counts}>
        {one.overdue > 0 ? (
          <Link {...linkTo(`/tasks?of=team&when=overdue&ownerId=${one.id}`)}>
            {t('casework.team.overdue', { n: one.overdue })}
          </Link>
        ) : (
          <span className="k-dim">{t('casework.team.inTime')}</span>
        )}
        {one.due > 0 && (
          <Link {...linkTo(`/cases?of=team&due=now&workerId=${one.id}`)}>
            {t('casework.team.due', { n: one.due })}
          </Link>
        )}
      </div>
    </li>
  )
}
