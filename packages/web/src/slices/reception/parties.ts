/** Guests as they belong together: a family is one party, whoever is alone is one too. */
import type { Arrived, Guest, SiteWhole, Stay } from '@kerege/contract/repatriation/reception/schema'

export interface Member {
  readonly guest: Guest
  /** Of who sleeps here already. */
  readonly stay?: Stay
  /** Of who came with an operation and has no bed. */
  readonly arrived?: Arrived
}
export interface Party {
  readonly id: string
  /** Absent for somebody alone. */
  readonly name?: string
  readonly members: readonly Member[]
}

export function parties(members: readonly Member[]): Party[] {
  const found = new Map<string, Party>()
  for (const member of members) {
    const { party, personId } = member.guest
    const id = party?.id ?? personId
    const known = found.get(id)
    found.set(id, {
      id,
      ...(party ? { name: party.name } : {}),
      members: [...(known?.members ?? []), member],
    })
  }
  return [...found.values()]
}

export const staying = (site: SiteWhole, roomId: string | undefined): Member[] =>
  site.stays.filter(stay => stay.roomId === roomId).map(stay => ({ guest: stay.guest, stay }))

export const waiting = (site: SiteWhole): Member[] =>
  site.arrived.map(arrived => ({ guest: arrived.guest, arrived }))

/** All of a family who are in the house, or came and have no bed. */
export const wholeParty = (site: SiteWhole, id: string): Party | undefined =>
  parties([...site.stays.map(stay => ({ guest: stay.guest, stay })), ...waiting(site)]).find(
    party => party.id === id,
  )
