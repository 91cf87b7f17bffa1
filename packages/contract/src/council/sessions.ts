/** What may become of a session, and what is true of its days: pure rules for server and browser. */

export const sessionKinds = ['session', 'working-group', 'briefing', 'dialogue', 'training', 'other'] as const
export type SessionKind = (typeof sessionKinds)[number]
export const formats = ['in-person', 'online', 'hybrid', 'unknown'] as const

export const sessionStates = ['planned', 'invited', 'under-way', 'closed', 'called-off'] as const
export type SessionState = (typeof sessionStates)[number]

const next: Readonly<Record<SessionState, readonly SessionState[]>> = {
  planned: ['invited', 'under-way', 'called-off'],
  invited: ['under-way', 'called-off'],
  'under-way': ['closed'],
  closed: [],
  // Called off and yet held: it is planned anew, and the register says both.
  'called-off': ['planned'],
}
export const sessionMayBecome = (from: SessionState, to: SessionState): boolean => next[from].includes(to)
export const nextStates = (from: SessionState): readonly SessionState[] => next[from]

/** Somebody can have been there: nobody attends a meeting that is still to come, or that never was. */
export const hasBegun = (state: SessionState): boolean => state === 'under-way' || state === 'closed'

export const invitationStates = ['invited', 'confirmed', 'declined'] as const
export type InvitationState = (typeof invitationStates)[number]

/** Capitals of the members, each with the clock that is read there. */
export const capitals = [
  { code: 'KZ', city: 'astana', zone: 'Asia/Almaty' },
  { code: 'KG', city: 'bishkek', zone: 'Asia/Bishkek' },
  { code: 'TJ', city: 'dushanbe', zone: 'Asia/Dushanbe' },
  { code: 'TM', city: 'ashgabat', zone: 'Asia/Ashgabat' },
  { code: 'UZ', city: 'tashkent', zone: 'Asia/Tashkent' },
] as const

/** Two reports contradict each other when they say different things about one and the same. */
export function contradictions(
  reports: readonly {
    numberSaid?: string | undefined
    participants?: string | undefined
    dates?: string | undefined
  }[],
): ('number' | 'participants' | 'dates')[] {
  const differ = (values: readonly (string | undefined)[]) =>
    new Set(values.filter(value => value !== undefined)).size > 1
  return [
    ...(differ(reports.map(one => one.numberSaid)) ? (['number'] as const) : []),
    ...(differ(reports.map(one => one.participants)) ? (['participants'] as const) : []),
    ...(differ(reports.map(one => one.dates)) ? (['dates'] as const) : []),
  ]
}
