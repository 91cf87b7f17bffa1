/** The line under a person's name: age, sex, where, languages, and how else the name is written. */
import { nameText, shownName } from '@kerege/contract/people/rules'
import type { Person } from '@kerege/contract/people/schema'
import type { ReactNode } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useAreas } from '../../../ui/form/useAreas.ts'
import { Spelling } from '../Spelling.tsx'
import css from './person.module.css'

export function useFacts(person: Person): ReactNode[] {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const { contact } = person
  if (!contact) return [areas.name(person.area)]
  const spoken = contact.languages.map(({ tag }) => format.language(tag))
  const main = shownName(contact.names)
  const other = [...contact.names, ...(person.identity?.names ?? [])].find(
    name => name !== main && nameText(name) !== (main && nameText(main)),
  )
  return [
    format.age(contact.birth),
    areas.name(person.area),
    ...(spoken.length > 0 ? [t('people.speaks', { languages: format.list(spoken) })] : []),
    ...(other
      ? [
          <span key="also" className={css.also}>
            {t('people.also')} <Spelling text={nameText(other)} language={other.language} />
          </span>,
        ]
      : []),
  ]
}
