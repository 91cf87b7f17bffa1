/** Another state's nationals on our way, and ours on theirs: the least that its officers need, and nothing more. */
import type { Readiness } from '@kerege/contract/repatriation/operations/preparing'
import { carriedPeople } from '@kerege/contract/repatriation/operations/preparingRoutes'
import type { Operation } from '@kerege/contract/repatriation/operations/schema'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useGet } from '../../../../api.ts'
import { useFormat } from '../../../../i18n/useFormat.tsx'
import { useT } from '../../../../i18n/useT.tsx'
import { Answered } from '../../../../ui/Answered.tsx'
import { Card } from '../../../../ui/Card.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import css from '../operations.module.css'

export function Carried({ operation, ready }: { operation: Operation; ready: Readiness }) {
  const t = useT()
  const format = useFormat()
  const [shown, show] = useState<string>()
  const countries = [
    ...new Set([
      ...ready.carried.map(one => one.country),
      ...operation.legs.flatMap(leg => leg.ofCountry ?? []),
    ]),
  ].filter(country => country !== format.home)
  if (countries.length === 0) return null
  return (
    <Card title={t('operations.otherStates')} flush>
      <ul className={css.rows}>
        {countries.map(country => (
          <li key={country}>
            <span className={css.words}>{format.country(country)}</span>
            {operation.may.keep && (
              <Button variant="default" onClick={() => show(country)}>
                {t('operations.least')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Drawer
        opened={shown !== undefined}
        onClose={() => show(undefined)}
        title={shown && format.country(shown)}
      >
        {shown && <Least operation={operation} country={shown} />}
      </Drawer>
    </Card>
  )
}

function Least({ operation, country }: { operation: Operation; country: string }) {
  const t = useT()
  const format = useFormat()
  return (
    <Answered query={useGet(carriedPeople, { params: { id: operation.id, country } })}>
      {({ body }) => (
        <div className={css.body}>
          <p className="k-dim">{t('operations.leastText')}</p>
          <ul>
            {body.rows.map(row => (
              <li key={`${row.name} ${format.birth(row.birth)}`}>
                <strong>
                  <bdi>{row.name}</bdi>
                </strong>
                <div className="k-dim">
                  {[
                    format.birth(row.birth),
                    ...(row.sex === 'female' || row.sex === 'male' ? [t(`operations.${row.sex}`)] : []),
                    ...(row.family ? [row.family] : []),
                  ].join(' · ')}
                </div>
              </li>
            ))}
          </ul>
        </div>
      )}
    </Answered>
  )
}
