/** The page of a case in parts: what is due, what the family needs, what is done, what was, whom it concerns. On top the way to each. */
import type { Verb } from '@kerege/contract/access/roles'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import css from './cases.module.css'

const parts = ['now', 'needs', 'help', 'past', 'others'] as const
type Part = (typeof parts)[number]

/** What one has to be able to read for there to be anything in it. */
const asks: Readonly<Partial<Record<Part, Verb>>> = { needs: 'casework.read', help: 'plans.read' }

/** Cards that are empty for the reader draw nothing, and so does a part of them alone (cases.module.css). */
export function Parts(shown: Readonly<Record<Part, ReactNode>>) {
  const t = useT()
  const may = useMay()
  const here = parts.filter(part => {
    const verb = asks[part]
    return !verb || may(verb)
  })
  return (
    <div className="k-stack">
      <nav className={`${css.parts} k-screen`} aria-label={t('cases.parts')}>
        <ul>
          {here.map(part => (
            <li key={part}>
              <Link to="." hash={part}>
                {t(`cases.part.${part}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      {here.map(part => (
        <div key={part} id={part} className={`${css.part} k-stack`}>
          {/* The one card of the past says it itself. */}
          {part !== 'past' && <p className={css.partName}>{t(`cases.part.${part}`)}</p>}
          {shown[part]}
        </div>
      ))}
    </div>
  )
}
