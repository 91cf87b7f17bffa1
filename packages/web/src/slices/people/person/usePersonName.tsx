/** The name at the head of a person's pages, in its language and direction. */
import { nameText, shownName } from '@kerege/contract/people/rules'
import type { Person } from '@kerege/contract/people/schema'
import { useT } from '../../../i18n/useT.tsx'
import { Spelling } from '../Spelling.tsx'

export function usePersonName(person: Person) {
  const t = useT()
  const name = shownName(person.contact?.names ?? [])
  return name ? <Spelling text={nameText(name)} language={name.language} /> : t('people.nameNotOpen')
}
