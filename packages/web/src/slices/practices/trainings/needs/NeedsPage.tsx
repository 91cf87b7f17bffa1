/** What staff need to learn, as their agencies answered: the last answer of each, with the day it is of. */
import { listNeeds } from '@kerege/contract/practices/trainings/needs/routes'
import type { AgencyNeeds, NeedAnswer, Needs } from '@kerege/contract/practices/trainings/needs/schema'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useGet } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { PageHead } from '../../../../ui/PageHead.tsx'
import { Said, SaidFully } from '../../../council/parts/Said.tsx'
import { TrainingTabs } from '../parts/TrainingTabs.tsx'
import css from '../trainings.module.css'

export function NeedsPage() {
  const t = useT()
  const query = useGet(listNeeds, {})
  const mine = query.data?.body.mine
  return (
    <>
      <PageHead
        title={t('trainings.needs')}
        facts={[t('trainings.needs.lede')]}
        acts={
          mine && (
            <Button component={Link} to="/trainings/needs/answer">
              {t('trainings.needs.answer')}
            </Button>
          )
        }
      />
      <TrainingTabs here="needs" />
      <Answered query={query}>{({ body }) => <All needs={body} />}</Answered>
    </>
  )
}

function All({ needs }: { needs: Needs }) {
  const t = useT()
  if (needs.agencies.length === 0) {
    return <EmptyState title={t('trainings.needs.none')}>{t('trainings.needs.noneText')}</EmptyState>
  }
  return (
    <div className="k-stack">
      {needs.agencies.map(one => (
        <OfAgency key={one.agency.id} needs={one} />
      ))}
    </div>
  )
}

function OfAgency({ needs: { agency, answers } }: { needs: AgencyNeeds }) {
  const t = useT()
  const format = useFormat()
  const [last, ...earlier] = answers
  if (!last) return null
  const country = agency.country && format.country(agency.country)
  // The delegation of a state says itself which one.
  const named = country && format.text(agency.name).text.includes(country)
  return (
    <Card
      title={
        <>
          <Said text={agency.name} />
          {country && !named && <span className="k-dim"> · {country}</span>}
        </>
      }
      note={t('trainings.needs.asOf', { day: format.date(last.asOf) })}
      foot={
        earlier.length > 0 && (
          <details>
            <summary>{t('trainings.needs.earlier', { n: earlier.length })}</summary>
            {earlier.map(one => (
              <section key={one.id} aria-label={format.date(one.asOf)}>
                <p className="k-dim">{t('trainings.needs.asOf', { day: format.date(one.asOf) })}</p>
                <Rows answer={one} />
              </section>
            ))}
          </details>
        )
      }
    >
      <div className={css.inside}>
        {last.note && <SaidFully text={last.note} />}
        <Rows answer={last} />
      </div>
    </Card>
  )
}

function Rows({ answer }: { answer: NeedAnswer }) {
  const t = useT()
  const format = useFormat()
  if (answer.rows.length === 0) return <p>{t('trainings.needs.nothing')}</p>
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('trainings.profession')}</th>
          <th scope="col">{t('domains.title')}</th>
          <th scope="col">{t('trainings.language')}</th>
          <th scope="col" className={css.n}>
            {t('trainings.peopleCount')}
          </th>
          <th scope="col">{t('trainings.needs.by')}</th>
        </tr>
      </thead>
      <tbody>
        {answer.rows.map(row => (
          <tr key={`${row.profession} ${row.domain} ${row.language}`}>
            <th scope="row">{t(`trainings.profession.${row.profession}`)}</th>
            <td data-label={t('domains.title')}>{t(`domains.${row.domain}`)}</td>
            <td data-label={t('trainings.language')}>{format.language(row.language)}</td>
            <td data-label={t('trainings.peopleCount')} className={`${css.n} k-num`}>
              {format.number(row.people)}
            </td>
            <td data-label={t('trainings.needs.by')} className="k-num">
              {format.date(row.by)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
