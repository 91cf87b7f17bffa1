/**
 * How a panel has to be made up, and when it has decided, as pure rules. Numbers come from the profile of the state; the floor here is that of
 * UNHCR's guidelines of 2021: three to five members of several agencies, and nobody who works with the child decides on it.
 */
export interface PanelRule {
  members: number
  agencies: number
  quorum: number
}
export const usualPanel: PanelRule = { members: 3, agencies: 2, quorum: 2 }

export interface Seat {
  accountId: string
  agencyId: string
}

export type SeatFault = 'panel-too-small' | 'panel-one-agency' | 'panel-case-worker' | 'panel-caller'

/** What is wrong with the panel as a whole, or with the seat at that place. */
export function seatFaults(
  seats: readonly Seat[],
  { members, agencies }: PanelRule,
  not: { worker: string | null; caller: string },
): { at?: number; code: SeatFault }[] {
  const faults: { at?: number; code: SeatFault }[] = []
  if (seats.length < members) faults.push({ code: 'panel-too-small' })
  if (seats.length > 0 && new Set(seats.map(one => one.agencyId)).size < agencies) {
    faults.push({ code: 'panel-one-agency' })
  }
  for (const [at, { accountId }] of seats.entries()) {
    if (accountId === not.worker) faults.push({ at, code: 'panel-case-worker' })
    else if (accountId === not.caller) faults.push({ at, code: 'panel-caller' })
  }
  return faults
}

/** More than half of those who sit, and never fewer than the state asks for. */
export const quorumOf = (seats: number, { quorum }: PanelRule): number =>
  Math.max(quorum, Math.floor(seats / 2) + 1)
