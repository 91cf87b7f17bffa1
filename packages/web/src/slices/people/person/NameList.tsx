/** All ways in which a name is written, each with what it is and where it comes from. */
import { nameText } from '@kerege/contract/people/rules'
import type { PersonName } from '@kerege/contract/people/schema'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Spelling } from '../Spelling.tsx'
import css from './person.module.css'

export function NameList({ names, title }: { names: readonly PersonName[]; title: string }) {
  const t = useT()
  const format = useFormat()
  if (names.length === 0) return null
  return (
    <Card title={title} note={t('people.spellings', { n: names.length })} flush>
      <ul className={css.rows}>
        {names.map((name, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same spelling may come from two sources
          <li key={at}>
            <span className={`${css.words} ${css.strong}`}>
              <Spelling text={nameText(name)} language={name.language} />
            </span>
            <span className="k-dim">
              {[
                t(`ui.name.use.${name.use}`),
                t(`ui.name.source.${name.source}`),
                name.language ? format.language(name.language) : format.script(name.script),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
