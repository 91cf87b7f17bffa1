/** One offer: what it is first, then who takes it up and how it went, and what the reader can do. */
import { getOffer, withdrawOffer } from '@kerege/contract/council/offers/routes'
import type { Offer } from '@kerege/contract/council/offers/schema'
import { Button } from '@mantine/core'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { queryClient, send, useGet } from '../../../api.ts'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Answered } from '../../../ui/Answered.tsx'
import { Card } from '../../../ui/Card.tsx'
import { useDomainsText } from '../../../ui/domains/words.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHead } from '../../../ui/PageHead.tsx'
import { ReasonDialog } from '../../../ui/ReasonDialog.tsx'
import { PartyLabel, Said, SaidFully } from '../parts/Said.tsx'
import { OfferDrawer } from './OfferDrawer.tsx'
import { daysText, placesText } from './OffersPage.tsx'
import { OfferState } from './state.tsx'
import { Takings } from './Takings.tsx'
import { TakeUpDrawer } from './TakeUpDrawer.tsx'

export function OfferPage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useGet(getOffer, { params: { id } })}>
      {({ body }) => <OneOffer offer={body} />}
    </Answered>
  )
}

function OneOffer({ offer }: { offer: Offer }) {
  const t = useT()
  const format = useFormat()
  const [over, setOver] = useState<'take' | 'change' | 'withdraw'>()
  const close = () => setOver(undefined)
  const { hindrance } = offer.mine
  return (
    <>
      <PageHead
        title={format.text(offer.title).text}
        eyebrow={<Link to="/offers">{t('council.offers')}</Link>}
        facts={[
          <OfferState key="standing" standing={offer.standing} />,
          <PartyLabel key="party" party={offer.party} />,
          t(`council.offer.kind.${offer.kind}`),
        ]}
        acts={
          <>
            {offer.mine.change && (
              <Button variant="subtle" onClick={() => setOver('withdraw')}>
                {t('council.offer.withdraw')}
              </Button>
            )}
            {offer.mine.change && (
              <Button variant="default" onClick={() => setOver('change')}>
                {t('council.offer.change')}
              </Button>
            )}
            {offer.mine.take && <Button onClick={() => setOver('take')}>{t('council.offer.takeUp')}</Button>}
          </>
        }
      />
      <div className="k-aside">
        <div className="k-stack">
          {hindrance && <Notice kind="info">{t(`council.offer.hindrance.${hindrance}`)}</Notice>}
          {offer.reason && (
            <Notice kind="info" title={t('council.offer.withdrawn')}>
              <bdi>{offer.reason}</bdi>
            </Notice>
          )}
          {offer.words && (
            <Card title={t('council.offer.title')}>
              <SaidFully text={offer.words} />
            </Card>
          )}
          {offer.conditions && (
            <Card title={t('council.offer.conditions')}>
              <SaidFully text={offer.conditions} />
            </Card>
          )}
          <Takings offer={offer} />
        </div>
        <OfferFacts offer={offer} />
      </div>
      <OfferDrawer offer={offer} opened={over === 'change'} onClose={close} />
      <TakeUpDrawer offer={offer} opened={over === 'take'} onClose={close} />
      <ReasonDialog
        opened={over === 'withdraw'}
        onClose={close}
        title={t('council.offer.withdraw')}
        consequence={t('council.offer.withdrawText')}
        act={t('council.offer.withdraw')}
        slice="council"
        onAct={async reason => {
          await send(withdrawOffer, { params: { id: offer.id }, body: { reason } })
          await queryClient.invalidateQueries()
        }}
      />
    </>
  )
}

function OfferFacts({ offer }: { offer: Offer }) {
  const t = useT()
  const format = useFormat()
  const domainsText = useDomainsText()
  return (
    <aside className="k-stack" aria-label={t('council.offer.facts')}>
      <Card title={t('council.offer.facts')}>
        <Facts
          facts={[
            [t('council.when'), daysText(offer, format)],
            [t('domains.title'), domainsText(offer.domains)],
            ...(offer.places === undefined
              ? []
              : [[t('council.offer.places'), placesText(offer, t)] as const]),
            ...(offer.session
              ? [
                  [
                    t('council.offer.session'),
                    <Link key="session" to={`/sessions/${offer.session.id}`}>
                      <Said text={offer.session.title} />
                    </Link>,
                  ] as const,
                ]
              : []),
            ...offer.actions.map(
              one =>
                [
                  t('council.offer.actions'),
                  <Link key={one.id} to={`/actions/${one.id}`}>
                    <Said text={one.title} />
                  </Link>,
                ] as const,
            ),
          ]}
        />
      </Card>
    </aside>
  )
}
