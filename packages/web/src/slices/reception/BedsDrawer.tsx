/**
 * Beds for a family, or for somebody alone: one room for all is the first choice, a room for each the second. Whether
 * the family would be apart is said while one chooses, by the rule that the server has too.
 */
import { ageOn } from '@kerege/contract/people/rules'
import { moveBeds, takeIn } from '@kerege/contract/repatriation/reception/routes'
import type { Room, SiteWhole } from '@kerege/contract/repatriation/reception/schema'
import { divided } from '@kerege/contract/repatriation/unity'
import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { queryClient, send } from '../../api.ts'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { Drawer } from '../../ui/Drawer.tsx'
import { newId } from '../../ui/newId.ts'
import { Notice } from '../../ui/Notice.tsx'
import { problemText } from '../../ui/problems.ts'
import { toast } from '../../ui/toasts.ts'
import { ApartDrawer } from '../repatriation/apart/ApartDrawer.tsx'
import type { Party } from './parties.ts'
import css from './reception.module.css'

interface Props {
  site: SiteWhole
  party: Party | undefined
  /** The room that the suggestion names. */
  suggested?: string | undefined
  onClose: () => void
}

export function BedsDrawer({ site, party, suggested, onClose }: Props) {
  const t = useT()
  return (
    <Drawer
      opened={party !== undefined}
      onClose={onClose}
      title={party && <bdi>{party.name ?? party.members[0]?.guest.name ?? t('reception.beds')}</bdi>}
    >
      {party && <Beds key={party.id} site={site} party={party} suggested={suggested} onClose={onClose} />}
    </Drawer>
  )
}

/** Beds are given and taken in whole commands; the ids are made once, so that a second press changes nothing more. */
function useBeds({ site, party, onClose }: Props & { party: Party }) {
  const t = useT()
  const [ids] = useState(() => new Map(party.members.map(one => [one.guest.personId, newId()])))
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()
  async function run(rooms: ReadonlyMap<string, string>) {
    setBusy(true)
    setProblem(undefined)
    const id = site.id
    const here = party.members.filter(one => one.stay)
    const fresh = party.members.filter(one => !one.stay)
    const room = (personId: string) => {
      const roomId = rooms.get(personId)
      return roomId ? { roomId } : {}
    }
    try {
      if (fresh.length > 0) {
        const beds = fresh.map(({ guest, arrived }) => ({
          id: ids.get(guest.personId) ?? newId(),
          personId: guest.personId,
          ...(arrived ? { lineId: arrived.lineId } : {}),
          ...room(guest.personId),
        }))
        await send(takeIn, { params: { id }, body: { beds } })
      }
      if (here.length > 0) {
        const beds = here.map(({ guest, stay }) => ({
          id: ids.get(guest.personId) ?? newId(),
          stayId: stay?.id ?? '',
          ...room(guest.personId),
        }))
        await send(moveBeds, { params: { id }, body: { beds } })
      }
      toast(t('reception.bedsGiven'))
      onClose()
    } catch (error) {
      setProblem(problemText(error, 'reception'))
    } finally {
      setBusy(false)
      await queryClient.invalidateQueries()
    }
  }
  return { busy, problem, run }
}

function Beds(props: Props & { party: Party }) {
  const { site, party, suggested, onClose } = props
  const t = useT()
  const format = useFormat()
  const { busy, problem, run } = useBeds(props)
  const [rooms, setRooms] = useState<ReadonlyMap<string, string>>(
    () => new Map(party.members.map(({ guest, stay }) => [guest.personId, suggested ?? stay?.roomId ?? ''])),
  )
  const first = rooms.get(party.members[0]?.guest.personId ?? '') ?? ''
  const [each, setEach] = useState([...rooms.values()].some(room => room !== first))
  const own = (room: Room) => party.members.filter(one => one.stay?.roomId === room.id).length
  const options = site.rooms
    .filter(room => !room.closed)
    .map(room => {
      const free = room.places - room.taken + own(room)
      return { value: room.id, free, label: t('reception.roomFree', { room: room.name, n: free }) }
    })
  const all = (room: string) => setRooms(new Map(party.members.map(one => [one.guest.personId, room])))
  const takesAll = (room: string | undefined) =>
    options.some(({ value, free }) => value === room && free >= party.members.length)
  const choices = (atLeast: number) => [
    { value: '', label: t('reception.noRoom') },
    ...options.map(({ value, label, free }) => ({ value, label, disabled: free < atLeast })),
  ]
  const group = {
    id: party.id,
    name: party.name ?? '',
    members: party.members.map(({ guest }) => ({
      id: guest.personId,
      name: guest.name,
      ages: ageOn(guest.birth, format.today),
    })),
  }
  const apart = divided([group], id => rooms.get(id) || site.id)[0]
  const [asking, ask] = useState(false)
  const agreed = site.apart.some(one => one.partyId === party.id)
  return (
    <div className="k-stack">
      {problem && (
        <Notice kind="stop" live>
          {problem}
        </Notice>
      )}
      {each ? (
        party.members.map(({ guest }) => (
          <NativeSelect
            key={guest.personId}
            label={`${guest.name}, ${format.age(guest.birth)}`}
            value={rooms.get(guest.personId) ?? ''}
            data={choices(1)}
            onChange={event => setRooms(new Map([...rooms, [guest.personId, event.currentTarget.value]]))}
          />
        ))
      ) : (
        <>
          <ul className={css.names}>
            {party.members.map(({ guest }) => (
              <li key={guest.personId}>
                <bdi>{guest.name}</bdi> <span className="k-dim">{format.age(guest.birth)}</span>
              </li>
            ))}
          </ul>
          <NativeSelect
            label={t('reception.roomForAll', { n: party.members.length })}
            value={first}
            data={choices(party.members.length)}
            onChange={event => all(event.currentTarget.value)}
          />
        </>
      )}
      {party.members.length > 1 && (
        <div>
          <Button
            variant="subtle"
            onClick={() => {
              // Together again is one room for all of them, not the room that the first one happens to have.
              if (each) all([suggested, first].find(takesAll) ?? '')
              setEach(!each)
            }}
          >
            {t(each ? 'reception.together' : 'reception.each')}
          </Button>
        </div>
      )}
      {apart && (
        <Notice kind={agreed ? 'wait' : 'stop'} title={t('reception.apart')} live>
          {agreed
            ? t('reception.apartAgreed')
            : apart.parts.map(part => part.members.map(member => member.name).join(', ')).join(' | ')}
        </Notice>
      )}
      {apart && !agreed && (
        <div>
          <Button variant="default" onClick={() => ask(true)}>
            {t('apart.ask')}
          </Button>
        </div>
      )}
      <ApartDrawer partyId={party.id} at="room" opened={asking} onClose={() => ask(false)} />
      <div className={css.foot}>
        <Button
          size="md"
          loading={busy}
          disabled={apart !== undefined && !agreed}
          onClick={() => void run(rooms)}
        >
          {t('reception.giveBeds')}
        </Button>
        <Button variant="subtle" size="md" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </div>
    </div>
  )
}
