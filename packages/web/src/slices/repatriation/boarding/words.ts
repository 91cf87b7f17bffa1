import type { BoardLine } from '@kerege/contract/repatriation/boarding/schema'
import { isChildGroup } from '@kerege/contract/repatriation/operations/rules'
import type { MessageKey } from '../../../i18n/keys.ts'

/** Girl, boy, woman, man; child or adult where nobody knows more. */
export function whoOf({ sex, ageGroup }: Pick<BoardLine, 'sex' | 'ageGroup'>): MessageKey {
  const child = isChildGroup(ageGroup)
  if (sex === 'female') return child ? 'boarding.who.girl' : 'boarding.who.woman'
  if (sex === 'male') return child ? 'boarding.who.boy' : 'boarding.who.man'
  return child ? 'boarding.who.child' : 'boarding.who.adult'
}
