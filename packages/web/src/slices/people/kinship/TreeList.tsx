/** The tree as a nested list: for screen readers, for phones, for whoever would rather read. */
import type { Tree } from '@kerege/contract/people/kinship/schema'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import css from './kinship.module.css'
import { type Branch, branchesFrom } from './treeWords.ts'
import { kindText, relativeFacts, relativeName } from './words.ts'

export function TreeList({ tree, self }: { tree: Tree; self: string }) {
  const root = useMemo(() => branchesFrom(tree, self), [tree, self])
  return root ? (
    <ul className={css.nested}>
      <One branch={root} />
    </ul>
  ) : null
}

function One({ branch: { person, kind, tie, below } }: { branch: Branch }) {
  const t = useT()
  const format = useFormat()
  const { other } = person
  const facts = [
    ...(kind && other.who !== 'unknown' ? [kindText(t, kind, other)] : []),
    ...relativeFacts(t, format, other),
    ...(tie ? [t(`kinship.standing.${tie.standing}`)] : []),
    ...(tie?.ended ? [t('kinship.tree.ended')] : []),
  ]
  const name = <bdi>{relativeName(t, other)}</bdi>
  return (
    <li>
      {tie === undefined ? (
        <strong aria-current="page">{name}</strong>
      ) : other.who === 'person' ? (
        <Link to={`/people/${other.personId}/kinship`}>{name}</Link>
      ) : (
        name
      )}
      {facts.length > 0 && <span className="k-dim"> · {facts.join(' · ')}</span>}
      {below.length > 0 && (
        <ul className={css.nested}>
          {below.map(one => (
            <One key={one.person.key} branch={one} />
          ))}
        </ul>
      )}
    </li>
  )
}
