/** The one result that is looked at: every spelling with its script, birth, place, family, and why it was found. */
import type { FoundPerson } from '@kerege/contract/people/schema'
import { scriptOf } from '@kerege/contract/names/script'
import { Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { useAreas } from '../../../ui/form/useAreas.ts'
import { Likeness } from '../Likeness.tsx'
import { Spelling } from '../Spelling.tsx'
import own from './search.module.css'

export function Preview({ row }: { row: FoundPerson }) {
  const t = useT()
  const format = useFormat()
  const areas = useAreas()
  const { birth, sex } = row
  const facts = [
    ...(birth ? [[t('people.birth'), bornText(birth, format)] as const] : []),
    ...(sex ? [[t('people.sex'), t(`people.sex.${sex}`)] as const] : []),
    [t('people.area'), areas.name(row.area)] as const,
    ...(row.household ? [[t('people.family'), <bdi key="household">{row.household}</bdi>] as const] : []),
  ]
  return (
    <aside className={own.preview} aria-label={t('people.search.preview')}>
      <Card
        title={<Spelling text={row.label} />}
        foot={
          <Button component={Link} to={`/people/${row.id}`} variant="default">
            {t('people.search.open')}
          </Button>
        }
      >
        <div className="k-stack">
          <ul className={own.spellings} aria-label={t('people.alsoWritten')}>
            {[row.label, ...row.otherNames].map(name => (
              <li key={name}>
                <Spelling text={name} />
                <span className="k-dim k-small">
                  {[format.script(scriptOf(name)), name === row.spelling && t('people.search.nearest')]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
          <Facts facts={facts} />
          <Likeness found={row} />
        </div>
      </Card>
    </aside>
  )
}

function bornText(birth: NonNullable<FoundPerson['birth']>, format: ReturnType<typeof useFormat>): string {
  const [born, age] = [format.birth(birth), format.age(birth)]
  return born === age ? born : [born, age].filter(Boolean).join(' · ')
}
