/** A hub with an agency of each state that a test asks for, and one of none; and a training as somebody plans it. */
import type { RoleName } from '@kerege/contract/access/roles'
import type { MultiText } from '@kerege/contract/common'
import * as events from '@kerege/contract/practices/trainings/events/routes'
import type { Input } from '@kerege/contract/route'
import { confirmEntry, joinRoster } from '@kerege/contract/practices/roster/routes'
import { newId } from '../../../platform/ids.ts'
import { type Somebody, world } from '../../../testing/world.ts'

export const said = (text: string): MultiText => ({ en: { text, state: 'checked' } })

export type Region = Awaited<ReturnType<typeof region>>

/** @param clock the node's, to be turned by the test */
export async function region(clock: { now: Date }) {
  const w = await world({ kind: 'hub', now: () => clock.now })
  const agencies = new Map<string, string>()
  const agencyOf = async (country: string) => {
    const known = agencies.get(country)
    if (known) return known
    const { agencyId } = await w.agency()
    if (country !== '') {
      await w.admin.query('update access.agencies set country = $2 where id = $1', [agencyId, country])
    }
    agencies.set(country, agencyId)
    return agencyId
  }
  /** @param country empty for an agency of no state */
  const somebody = async (role: RoleName, country: string): Promise<Somebody> =>
    w.somebody(role, { agencyId: await agencyOf(country) })

  type Plan = Input<typeof events.planEvent>['body']
  type Sessions = Input<typeof events.writeProgramme>['body']['sessions']
  const planned = async (who: Somebody, more: Partial<Plan> = {}, sessions?: Sessions) => {
    const id = newId()
    const made = await w.as(who)(events.planEvent, { body: { id, ...plan, ...more } })
    if (made.status !== 201) throw new Error(`no training: ${JSON.stringify(made.body)}`)
    await w.as(who)(
      events.writeProgramme,
      { params: { id }, body: { sessions: sessions ?? twoDays() } },
      { ifMatch: '"1"' },
    )
    return id
  }
  const opened = async (who: Somebody, more: Partial<Plan> = {}, sessions?: Sessions) => {
    const id = await planned(who, more, sessions)
    const open = await w.as(who)(
      events.moveEvent,
      { params: { id }, body: { to: 'open' } },
      { ifMatch: '"2"' },
    )
    if (open.status !== 200) throw new Error(`not open: ${JSON.stringify(open.body)}`)
    return id
  }
  const asked = async (who: Somebody, id: string) => {
    const registration = newId()
    const reply = await w.as(who)(events.register, {
      params: { id },
      body: { id: registration, profession: 'psychologist', language: 'ru', words: 'I see six families' },
    })
    return { id: registration, status: reply.status, code: reply.body.code }
  }
  const nominate = (who: Somebody | null, id: string, yes = true) =>
    w.as(who)(events.nominate, { params: { id }, body: yes ? { yes } : { yes, reason: 'Another year' } })
  const decide = (who: Somebody | null, id: string, yes = true) =>
    w.as(who)(events.decideRegistration, {
      params: { id },
      body: yes ? { yes } : { yes, reason: 'The group is complete' },
    })
  /** All three steps. */
  const coming = async (who: Somebody, focal: Somebody, organiser: Somebody, eventId: string) => {
    const { id } = await asked(who, eventId)
    await nominate(focal, id)
    const reply = await decide(organiser, id)
    if (reply.status !== 200) throw new Error(`not coming: ${JSON.stringify(reply.body)}`)
    return id
  }
  /** On the roster, confirmed by a focal point of their state. */
  const trainer = async (who: Somebody, focal: Somebody) => {
    const id = newId()
    await w.as(who)(joinRoster, {
      body: { id, domains: ['psychosocial'], languages: ['ru'], gives: ['train', 'deploy'] },
    })
    await w.as(focal)(confirmEntry, { params: { id }, body: { confirm: true } }, { ifMatch: '"1"' })
    return id
  }
  return { w, somebody, agencyOf, planned, opened, asked, nominate, decide, coming, trainer, as: w.as }
}

export const plan = {
  kind: 'training' as const,
  title: said('First talk with a child'),
  domains: ['psychosocial' as const],
  professions: ['psychologist' as const],
  languages: ['ru', 'kk'],
  country: 'KZ',
  city: 'Astana',
  zone: 'Asia/Almaty' as const,
  from: '2026-12-10',
  until: '2026-12-11',
  registerUntil: '2026-12-05',
  places: 20,
  room: { venue: 'Street of the Invented 5, hall 2', url: 'https://meet.example/first-talk' },
}

/** Two days of four hours. */
export const twoDays = () => [
  { id: newId(), title: said('Listening'), day: '2026-12-10', from: '09:00', until: '13:00' },
  { id: newId(), title: said('Talking'), day: '2026-12-11', from: '09:00', until: '13:00' },
]
