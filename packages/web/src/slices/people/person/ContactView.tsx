/** The least that any help needs: names in use, birth, sex, languages, and how to reach them with tact. */
import type { Person } from '@kerege/contract/people/schema'
import type { ReactNode } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { Card } from '../../../ui/Card.tsx'
import { Facts } from '../../../ui/Facts.tsx'
import { StatePill } from '../../../ui/StatePill.tsx'
import { inside } from './inside.ts'
import { NameList } from './NameList.tsx'
import css from './person.module.css'

const tact = { open: 'ok', 'ask-first': 'wait', 'never-mention': 'seal' } as const

export function ContactView({ person }: { person: Person }) {
  const t = useT()
  const format = useFormat()
  const { contact } = person
  if (!contact) return null
  const { names, birth, sex, languages, contacts } = contact
  return (
    <>
      <Card title={t('people.reach')} note={t('people.reach.note')} flush>
        {contacts.length === 0 ? (
          <p style={{ padding: '16px 20px' }} className="k-dim">
            {t('people.reach.none')}
          </p>
        ) : (
          <ul className={css.rows}>
            {contacts.map(point => (
              <li key={`${point.system} ${point.value}`}>
                <div className={css.words}>
                  <div className={css.strong}>{address(point.system, point.value)}</div>
                  <div className="k-dim">
                    {t(`people.contact.${point.system}`)}
                    {point.belongsTo && (
                      <>
                        {' · '}
                        <bdi>{point.belongsTo}</bdi>
                      </>
                    )}
                  </div>
                </div>
                <StatePill kind={tact[point.discretion]}>
                  {t(`people.discretion.${point.discretion}`)}
                </StatePill>
              </li>
            ))}
          </ul>
        )}
      </Card>
      <Card title={t('people.basics')}>
        <Facts
          facts={[
            [t('people.birth'), format.birth(birth)],
            [t('people.age'), format.age(birth)],
            [t('people.sex'), t(`people.sex.${sex}`)],
            ...(languages.length > 0
              ? [[t('people.languages'), <Spoken key="languages" languages={languages} />] as const]
              : []),
          ]}
        />
      </Card>
      <NameList names={names} title={t('people.names')} />
    </>
  )
}

function Spoken({ languages }: { languages: NonNullable<Person['contact']>['languages'] }) {
  const t = useT()
  const format = useFormat()
  return (
    <ul className={css.values}>
      {languages.map(({ tag, level, preferred }) => (
        <li key={tag}>
          {t('people.labelled', { label: format.language(tag), value: inside(t(`people.level.${level}`)) })}
          {preferred && <span className="k-dim"> · {t('people.preferred')}</span>}
        </li>
      ))}
    </ul>
  )
}

function address(system: string, value: string): ReactNode {
  const shown = <bdi className="k-num">{value}</bdi>
  if (system === 'phone') return <a href={`tel:${value.replace(/[^\d+]/g, '')}`}>{shown}</a>
  if (system === 'email') return <a href={`mailto:${value}`}>{shown}</a>
  return shown
}
