/** Houses that receive people, and how full they are. */
import type { Site } from '@kerege/contract/repatriation/reception/schema'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useAreas } from '../../ui/form/useAreas.ts'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { useHouses } from './api.ts'
import { HouseDrawer } from './HouseDrawer.tsx'
import css from './reception.module.css'

export function HousesPage() {
  const t = useT()
  const may = useMay()
  const [adding, add] = useState(false)
  return (
    <>
      <PageHead
        title={t('reception.title')}
        facts={[t('reception.about')]}
        acts={
          may('reception.work') && (
            <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => add(true)}>
              {t('reception.addHouse')}
            </Button>
          )
        }
      />
      <Answered query={useHouses()} rows={4}>
        {({ body }) =>
          body.rows.length === 0 ? (
            <EmptyState title={t('reception.none')}>{t('reception.noneText')}</EmptyState>
          ) : (
            <Card flush>
              <ul className={css.rows}>
                {body.rows.map(site => (
                  <HouseRow key={site.id} site={site} />
                ))}
              </ul>
            </Card>
          )
        }
      </Answered>
      <HouseDrawer opened={adding} onClose={() => add(false)} />
    </>
  )
}

function HouseRow({ site }: { site: Site }) {
  const t = useT()
  const areas = useAreas()
  return (
    <li>
      <div>
        <Link to={`/reception/${site.id}`}>
          <bdi>{site.name}</bdi>
        </Link>
        <div className="k-dim k-small">
          {[t(`reception.kind.${site.kind}`), areas.name(site.area)].filter(Boolean).join(' · ')}
        </div>
      </div>
      {site.closed ? (
        <StatePill kind="mute">{t('reception.closed')}</StatePill>
      ) : (
        <StatePill kind={site.taken > site.places ? 'wait' : 'info'}>
          {t('reception.full', { n: site.taken, of: site.places })}
        </StatePill>
      )}
    </li>
  )
}
