/**
 * What leaves on paper: who this is and how to reach them. It may come to a school, a clinic or an employer, so it
 * holds no origin, no place of birth, no number of a paper, and no contact that is not open.
 */
import { nameText } from '@kerege/contract/people/rules'
import type { Person } from '@kerege/contract/people/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { useAreas } from '../../../ui/form/useAreas.ts'
import { Facts } from '../../../ui/Facts.tsx'
import css from './person.module.css'
import { usePersonName } from './usePersonName.tsx'

export function PrintSheet({ person }: { person: Person }) {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const shown = usePersonName(person)
  const { contact } = person
  const reach = contact?.contacts.filter(point => point.discretion === 'open') ?? []
  return (
    <article className="k-paper">
      <h1>{shown}</h1>
      {contact && (
        <div className={css.sheetFacts}>
          <Facts
            facts={[
              ...contact.names
                .slice(1)
                .map((name, at) => [t('people.nameNo', { n: at + 2 }), nameText(name)] as const),
              [t('people.birth'), format.birth(contact.birth)],
              [t('people.sex'), t(`people.sex.${contact.sex}`)],
              [t('people.area'), areas.name(person.area)],
              ...(contact.languages.length > 0
                ? [
                    [
                      t('people.languages'),
                      format.list(contact.languages.map(({ tag }) => format.language(tag))),
                    ] as const,
                  ]
                : []),
              ...reach.map(({ system, value }) => [t(`people.contact.${system}`), value] as const),
            ]}
          />
        </div>
      )}
    </article>
  )
}
