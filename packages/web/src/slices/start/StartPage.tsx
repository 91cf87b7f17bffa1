/**
 * The first page of a region in a box: the hub over its nodes, a door per role. A real node has no doors, and its
 * first page leads to signing in.
 */
import { IconFlask, IconTerminal2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Navigate } from '@tanstack/react-router'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Wall } from '../../ui/Wall.tsx'
import { startQuery } from './api.ts'
import { HubCard } from './HubCard.tsx'
import { NodeCard } from './NodeCard.tsx'
import css from './start.module.css'

export function StartPage() {
  const t = useT()
  const start = useQuery({
    ...startQuery,
    // Nodes fill while one looks: ask again until all of them are ready.
    refetchInterval: query => (query.state.data?.nodes.every(node => node.ready) ? false : 2000),
  })
  return (
    <Answered query={start} rows={10}>
      {({ nodes }) => {
        const hub = nodes.find(node => node.node.kind === 'hub')
        const states = nodes.filter(node => node.node.kind === 'national')
        if (nodes.every(node => node.doors.length === 0)) return <Navigate to="/today" replace />
        return (
          <div>
            <div className={css.intro}>
              <div>
                <h1 className={css.title}>{t('start.title')}</h1>
                <p className={css.lead}>{t('start.lead')}</p>
              </div>
              <p className={css.note}>
                <IconFlask size={18} stroke={1.7} aria-hidden="true" />
                {t('start.doors')}
              </p>
            </div>
            {hub && <HubCard start={hub} />}
            {hub && <Wall height={44} />}
            <div className={css.nodes}>
              {states.map(state => (
                <NodeCard key={state.node.id} start={state} />
              ))}
            </div>
            <div className={css.foot}>
              <p>{t('start.turkmenistan')}</p>
              <p className={css.note}>
                <IconTerminal2 size={18} stroke={1.7} aria-hidden="true" />
                <span>
                  <code>npm run demo:reset</code> {t('start.over')}
                </span>
              </p>
            </div>
          </div>
        )
      }}
    </Answered>
  )
}
