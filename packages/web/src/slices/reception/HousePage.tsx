/** One house: who came and has no bed comes first, then the rooms with those who sleep there. */
import { suggestRooms } from '@kerege/contract/repatriation/reception/rules'
import type { Room, SiteWhole } from '@kerege/contract/repatriation/reception/schema'
import { Button } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { Answered } from '../../ui/Answered.tsx'
import { Card } from '../../ui/Card.tsx'
import { Notice } from '../../ui/Notice.tsx'
import { PageHead } from '../../ui/PageHead.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import { useHouse } from './api.ts'
import { BedsDrawer } from './BedsDrawer.tsx'
import { GuestRow } from './GuestRow.tsx'
import { HouseDrawer } from './HouseDrawer.tsx'
import { PapersButton } from './PapersButton.tsx'
import { parties, type Party, staying, waiting, wholeParty } from './parties.ts'
import css from './reception.module.css'
import { RoomDrawer } from './RoomDrawer.tsx'
import { TakeInDrawer } from './TakeInDrawer.tsx'

export function HousePage() {
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  return (
    <Answered query={useHouse(id)} rows={8}>
      {({ body }) => <House key={body.id} site={body} />}
    </Answered>
  )
}

function House({ site }: { site: SiteWhole }) {
  const t = useT()
  const [changing, change] = useState(false)
  const [room, openRoom] = useState<Room | 'new'>()
  const [taking, take] = useState(false)
  const [beds, give] = useState<{ party: Party; suggested?: string | undefined }>()
  const place = (party: Party, suggested?: string) =>
    give({ party: wholeParty(site, party.id) ?? party, suggested })
  const without = staying(site, undefined)
  return (
    <>
      <PageHead
        title={t('reception.house')}
        shown={<bdi>{site.name}</bdi>}
        eyebrow={<Link to="/reception">{t('reception.title')}</Link>}
        facts={[
          t('reception.full', { n: site.taken, of: site.places }),
          ...(site.usualDays
            ? [t('reception.usual', { from: site.usualDays.from, to: site.usualDays.to })]
            : []),
        ]}
        acts={
          site.mayWork && (
            <>
              <PapersButton papers={['room-list']} query={{ siteId: site.id }} />
              <Button
                variant="default"
                leftSection={<IconPencil size={18} stroke={1.7} />}
                onClick={() => change(true)}
              >
                {t('reception.changeHouse')}
              </Button>
              <Button leftSection={<IconPlus size={18} stroke={1.7} />} onClick={() => take(true)}>
                {t('reception.takeIn')}
              </Button>
            </>
          )
        }
      />
      <div className="k-stack">
        {site.closed && <Notice kind="info">{t('reception.closedText')}</Notice>}
        {site.arrived.length > 0 && <Came site={site} onPlace={place} />}
        {without.length > 0 && (
          <Card flush title={t('reception.withoutRoom')}>
            <Guests site={site} members={without} onPlace={place} />
          </Card>
        )}
        {site.notShown > 0 && <Notice kind="seal">{t('reception.notShown', { n: site.notShown })}</Notice>}
        <div className={css.rooms}>
          {site.rooms
            .filter(one => !one.closed || one.taken > 0)
            .map(one => (
              <Card
                key={one.id}
                flush
                title={<bdi>{one.name}</bdi>}
                note={t(`reception.roomKind.${one.kind}`)}
                side={
                  <span className={css.side}>
                    <StatePill kind={one.taken >= one.places ? 'mute' : 'ok'}>
                      {t('reception.full', { n: one.taken, of: one.places })}
                    </StatePill>
                    {site.mayWork && (
                      <Button
                        variant="subtle"
                        className="k-screen"
                        aria-label={t('reception.changeRoomOf', { room: one.name })}
                        onClick={() => openRoom(one)}
                      >
                        <IconPencil size={18} stroke={1.7} />
                      </Button>
                    )}
                  </span>
                }
              >
                {one.taken === 0 ? (
                  <p className={css.empty}>{t('reception.emptyRoom')}</p>
                ) : (
                  <Guests site={site} members={staying(site, one.id)} onPlace={place} />
                )}
              </Card>
            ))}
        </div>
        {site.mayWork && !site.closed && (
          <div className="k-screen">
            <Button
              variant="default"
              leftSection={<IconPlus size={18} stroke={1.7} />}
              onClick={() => openRoom('new')}
            >
              {t('reception.addRoom')}
            </Button>
          </div>
        )}
      </div>
      <HouseDrawer opened={changing} site={site} onClose={() => change(false)} />
      <RoomDrawer siteId={site.id} room={room} onClose={() => openRoom(undefined)} />
      <BedsDrawer
        site={site}
        party={beds?.party}
        suggested={beds?.suggested}
        onClose={() => give(undefined)}
      />
      <TakeInDrawer
        opened={taking}
        onClose={() => take(false)}
        onPick={party => {
          take(false)
          give({ party })
        }}
      />
    </>
  )
}

type Place = (party: Party, suggested?: string) => void

function Guests({
  site,
  members,
  onPlace,
}: {
  site: SiteWhole
  members: ReturnType<typeof staying>
  onPlace: Place
}) {
  const t = useT()
  return (
    <ul className={css.rows}>
      {parties(members).map(party => (
        <li key={party.id} className={css.party}>
          {party.name && (
            <div className={css.family}>
              <bdi>{party.name}</bdi>
              {site.mayWork && (
                <Link
                  to="/handovers/new"
                  search={{ house: site.id, party: party.id } as never}
                  className="k-link k-small k-screen"
                >
                  {t('reception.handOver')}
                </Link>
              )}
            </div>
          )}
          {party.members.map(member => (
            <GuestRow key={member.guest.personId} site={site} member={member} onMove={() => onPlace(party)} />
          ))}
        </li>
      ))}
    </ul>
  )
}

/** A room for each family, whole, as the rule suggests it; a person says yes. */
function Came({ site, onPlace }: { site: SiteWhole; onPlace: Place }) {
  const t = useT()
  const came = parties(waiting(site))
  const suggested = suggestRooms(
    came.map(party => ({ id: party.id, size: party.members.length })),
    site.rooms
      .filter(room => !room.closed && room.kind === 'room')
      .map(room => ({ id: room.id, free: Math.max(0, room.places - room.taken) })),
  )
  return (
    <Card flush title={t('reception.came')} note={t('reception.cameNote', { n: site.arrived.length })}>
      <ul className={css.rows}>
        {came.map((party, at) => {
          const rooms = suggested[at]?.rooms ?? []
          const whole = rooms.length === 1 ? site.rooms.find(room => room.id === rooms[0]?.roomId) : undefined
          return (
            <li key={party.id}>
              <div>
                <strong>
                  <bdi>{party.name ?? party.members[0]?.guest.name}</bdi>
                </strong>
                <div className="k-dim">{party.members.map(one => one.guest.name).join(', ')}</div>
                <div className="k-small">
                  {whole
                    ? t('reception.suggested', { room: whole.name })
                    : t(rooms.length > 1 ? 'reception.tooLarge' : 'reception.noBeds')}
                </div>
              </div>
              {site.mayWork && (
                <Button variant="default" onClick={() => onPlace(party, whole?.id)}>
                  {t('reception.chooseBeds')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
