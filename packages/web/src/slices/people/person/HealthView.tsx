/** What somebody can do, in six answers and their words. No sum and no grade: the person is not measured. */
import { disabilityDomains, type Person } from '@kerege/contract/people/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { inside } from './inside.ts'
import css from './person.module.css'

export function HealthView({ person }: { person: Person }) {
  const t = useT()
  const format = useFormat()
  const answers = person.health?.disability
  if (!answers) return <EmptyState title={t('people.health.none')}>{t('people.health.about')}</EmptyState>
  return (
    <Card
      title={t('people.functioning')}
      note={t('people.health.asked', {
        date: format.date(answers.askedOn),
        who: inside(t(`people.answeredBy.${answers.answeredBy}`)),
      })}
      foot={<span className="k-dim">{t('people.health.notDiagnosis')}</span>}
      flush
    >
      <ul className={css.rows}>
        {disabilityDomains.map(domain => (
          <li key={domain}>
            <span className={css.words}>{t(`people.domain.${domain}`)}</span>
            <span className={spoken(answers[domain]) ? css.strong : 'k-dim'}>
              {t(`people.difficulty.${answers[domain]}`)}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

const spoken = (answer: string) => answer !== 'unknown' && answer !== 'declined'
