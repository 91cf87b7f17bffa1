/**
 * What the library has for a goal, and why each is offered. Found on this device, over what it keeps: without a line as with
 * one, and no server learns of whom somebody was thinking.
 */
import { offersFor, type Offer } from '@kerege/contract/plans/fitting'
import { listGuidance } from '@kerege/contract/guidance/routes'
import { takePractice } from '@kerege/contract/plans/routes'
import type { CasePlans, PlanGoal } from '@kerege/contract/plans/schema'
import { settings } from '@kerege/contract/practices/content'
import { Button, NativeSelect } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useGet, useSend } from '../../api.ts'
import { useLoaded } from '../../i18n/language.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { Drawer } from '../../ui/Drawer.tsx'
import { LoadingShape } from '../../ui/LoadingShape.tsx'
import { newId } from '../../ui/newId.ts'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'
import { useWholeKept } from '../exchange/kept/useKept.ts'
import { readAgain } from './api.ts'
import css from './plans.module.css'

interface Props {
  body: CasePlans
  goal: PlanGoal
  onClose: () => void
}

export function OffersDrawer({ opened, ...props }: Props & { opened: boolean }) {
  const t = useT()
  return (
    <Drawer opened={opened} onClose={props.onClose} title={t('plans.offers')}>
      {opened && <Offers {...props} />}
    </Drawer>
  )
}

const fewMinutes = 300_000

function Offers({ body, goal }: Props) {
  const t = useT()
  const may = useMay()
  const { language } = useLoaded()
  const [setting, setSetting] = useState('')
  const practices = useWholeKept()
  const guidance = useGet(
    listGuidance,
    { query: { state: 'in-force', limit: 200 } },
    { enabled: may('guidance.read'), freshFor: fewMinutes },
  )
  const taking = useSend(takePractice)
  if (practices.isPending) return <LoadingShape rows={4} />
  const sought = { domain: goal.domain, age: body.age, language, ...(setting ? { setting } : {}) }
  const offers = offersFor(sought, practices.data ?? [], guidance.data?.body.rows ?? [])
  return (
    <div className="k-stack">
      <p className="k-dim">{t('plans.offersText')}</p>
      <NativeSelect
        label={t('exchange.setting')}
        value={setting}
        data={[
          { value: '', label: t('plans.offersAnywhere') },
          ...settings.map(value => ({ value, label: t(`exchange.setting.${value}`) })),
        ]}
        onChange={event => setSetting(event.currentTarget.value)}
      />
      {offers.length === 0 && <p>{t('plans.offersNone')}</p>}
      <ul>
        {offers.map(one => (
          <One
            key={one.id}
            offer={one}
            taken={goal.uses.some(use => use.sourceId === one.id)}
            busy={taking.isPending}
            onTake={() =>
              taking.mutate(
                {
                  input: {
                    params: { id: goal.id },
                    body: { id: newId(), source: one.source, sourceId: one.id },
                  },
                },
                { onSuccess: readAgain },
              )
            }
          />
        ))}
      </ul>
      {taking.isError && (
        <Notice kind="stop" live>
          {problemText(taking.error, 'plans')}
        </Notice>
      )}
    </div>
  )
}

function One({
  offer,
  taken,
  busy,
  onTake,
}: {
  offer: Offer
  taken: boolean
  busy: boolean
  onTake: () => void
}) {
  const t = useT()
  const format = useFormat()
  const title = format.text(offer.title)
  return (
    <li className={css.offer}>
      <Link to={offer.source === 'practice' ? `/exchange/practices/${offer.id}` : `/guidance/${offer.id}`}>
        <span lang={title.language}>{title.text}</span>
      </Link>
      <span className="k-dim k-small">{[t(`plans.source.${offer.source}`), offer.symbol].join(' · ')}</span>
      <span>{format.list(offer.why.map(why => t(`plans.offer.${why}`, { n: offer.worked })))}</span>
      {taken ? (
        <span className="k-dim">{t('plans.taken')}</span>
      ) : (
        <span>
          <Button variant="default" size="sm" disabled={busy} onClick={onTake}>
            {t('plans.take')}
          </Button>
        </span>
      )}
    </li>
  )
}
