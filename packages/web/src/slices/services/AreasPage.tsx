/** Where there is help: regions, or districts of one, by kind of help. Each number opens the list that it counts; a zero is a gap. */
import { servicesByArea } from '@kerege/contract/services/routes'
import type { ServicesByArea } from '@kerege/contract/services/schema'
import { goalDomains } from '@kerege/contract/plans/domains'
import { Link, useSearch } from '@tanstack/react-router'
import { useGet } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { linkTo } from '../../ui/address.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useAreas } from '../../ui/form/useAreas.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import css from './services.module.css'
import { Views } from './Views.tsx'

export function AreasPage() {
  const t = useT()
  const areas = useAreas()
  const { within } = useSearch({ strict: false }) as { within?: string }
  const query = useGet(servicesByArea, { query: within ? { within } : {} })
  return (
    <>
      <PageHead title={t('services.title')} facts={[t('services.areas.note')]} />
      <Views here="areas" />
      <Answered query={query}>
        {({ body }) =>
          body.rows.length === 0 ? (
            <EmptyState title={t('services.areas.none')}>{t('services.areas.noneText')}</EmptyState>
          ) : (
            <Card
              flush
              title={
                within ? t('services.areas.parts', { name: areas.name(within) }) : t('services.areas.title')
              }
              side={within && <Link to="/services/areas">{t('services.areas.up')}</Link>}
            >
              <Matrix rows={body.rows} />
            </Card>
          )
        }
      </Answered>
    </>
  )
}

function Matrix({ rows }: Pick<ServicesByArea, 'rows'>) {
  const t = useT()
  const format = useFormat()
  const number = (n: number, list: string) =>
    n === 0 ? <strong>0</strong> : <Link {...linkTo(list)}>{format.number(n)}</Link>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard
    <section className={css.matrix} aria-label={t('services.areas.title')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('services.area')}</th>
            <th scope="col" className={css.number}>
              {t('services.areas.all')}
            </th>
            {goalDomains.map(domain => (
              <th key={domain} scope="col" className={css.number}>
                {t(`domains.${domain}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.area}>
              <th scope="row">
                {row.parts ? (
                  <Link {...linkTo(`/services/areas?within=${row.area}`)}>{format.text(row.name).text}</Link>
                ) : (
                  format.text(row.name).text
                )}
              </th>
              <td className={css.number}>{number(row.all, `/services?area=${row.area}`)}</td>
              {goalDomains.map(domain => (
                <td key={domain} className={css.number}>
                  {number(row.counts[domain] ?? 0, `/services?area=${row.area}&domain=${domain}`)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
