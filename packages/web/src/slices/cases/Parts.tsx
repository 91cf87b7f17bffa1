/**
 * The page of a case in parts: what is due, what the family needs, what is done, what was, whom it concerns. On top the way to each; on a
 * phone only what is due stands open, and each other part is its heading with how much lies under it. Paper has all of it.
 */
import type { Verb } from '@kerege/contract/access/roles'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import { type ReactNode, useCallback, useEffect, useId, useState } from 'react'
import { useFormat } from '../../i18n/useFormat.tsx'
import { useT } from '../../i18n/useT.tsx'
import { useMay } from '../../shell/session.ts'
import { CountedBy } from '../../ui/counted.ts'
import css from './cases.module.css'
import { openParts, rememberParts } from './openParts.ts'

const parts = ['now', 'needs', 'help', 'past', 'others'] as const
type Part = (typeof parts)[number]

/** What one has to be able to read for there to be anything in it. */
const asks: Readonly<Partial<Record<Part, Verb>>> = { needs: 'casework.read', help: 'plans.read' }

/** Cards that are linked to by themselves, and the part in which they lie. */
const inside: Readonly<Record<string, Part>> = { transfers: 'others' }

/** Cards that are empty for the reader draw nothing, and so does a part of them alone (cases.module.css). */
export function Parts(shown: Readonly<Record<Part, ReactNode>>) {
  const t = useT()
  const may = useMay()
  const phone = useMediaQuery('(max-width: 759px)', false, { getInitialValueInEffect: false })
  const { hash } = useLocation()
  const [open, setOpen] = useState<readonly string[]>(openParts)
  // Whoever comes by a link to something inside finds it open.
  useEffect(() => {
    const part = parts.find(one => one === hash) ?? inside[hash]
    if (part) setOpen(known => (known.includes(part) ? known : [...known, part]))
  }, [hash])
  const here = parts.filter(part => {
    const verb = asks[part]
    return !verb || may(verb)
  })
  const turn = (part: Part) => {
    const next = open.includes(part) ? open.filter(one => one !== part) : [...open, part]
    rememberParts(next)
    setOpen(next)
  }
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
        <OnePart
          key={part}
          part={part}
          folds={phone && part !== 'now'}
          open={open.includes(part)}
          turn={() => turn(part)}
        >
          {shown[part]}
        </OnePart>
      ))}
    </div>
  )
}

interface Props {
  part: Part
  folds: boolean
  open: boolean
  turn: () => void
  children: ReactNode
}

function OnePart({ part, folds, open, turn, children }: Props) {
  const t = useT()
  const format = useFormat()
  const body = useId()
  const [counts, count] = useState<Readonly<Record<string, number>>>({})
  const tell = useCallback((card: string, n: number | undefined) => {
    count(({ [card]: _, ...others }) => (n === undefined ? others : { ...others, [card]: n }))
  }, [])
  const all = Object.values(counts).reduce((sum, n) => sum + n, 0)
  const Chevron = open ? IconChevronUp : IconChevronDown
  return (
    <div id={part} className={`${css.part} ${folds && !open ? css.folded : ''} k-stack`}>
      {folds && (
        <h2 className={css.fold}>
          <button type="button" aria-expanded={open} aria-controls={body} onClick={turn}>
            <span>{t(`cases.part.${part}`)}</span>
            {all > 0 && <span className="k-dim k-num">{format.number(all)}</span>}
            <Chevron size={20} stroke={1.7} aria-hidden="true" />
          </button>
        </h2>
      )}
      {/* The one card of the past says it itself. */}
      {!folds && part !== 'past' && <p className={css.partName}>{t(`cases.part.${part}`)}</p>}
      <div id={body} className={`${css.partBody} ${folds && part === 'past' ? css.saidOnce : ''} k-stack`}>
        <CountedBy value={tell}>{children}</CountedBy>
      </div>
    </div>
  )
}
