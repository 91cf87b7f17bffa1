/** Which doors stand in sight and which wait behind "more": one per role, the roles that most people ask for first. */
import type { RoleName } from '@kerege/contract/access/roles'
import type { Start } from '@kerege/contract/access/schema'

type Door = Start['nodes'][number]['doors'][number]

const asked: readonly RoleName[] = [
  'caseManager',
  'supervisor',
  'psychologist',
  'familyMember',
  'ombudsperson',
  'chair',
  'secretariat',
  'delegate',
  'expert',
  'observer',
  'hubAuditor',
  'administrator',
]

/** The same doors, those to be seen first in front. */
export function inOrder(doors: readonly Door[]): Door[] {
  const place = (door: Door) => {
    const at = asked.indexOf(door.role)
    return at < 0 ? asked.length : at
  }
  const firstOfRole = (door: Door, at: number) => doors.findIndex(one => one.role === door.role) === at
  const [once, again] = [doors.filter(firstOfRole), doors.filter((door, at) => !firstOfRole(door, at))]
  return [...once.toSorted((one, other) => place(one) - place(other)), ...again]
}
