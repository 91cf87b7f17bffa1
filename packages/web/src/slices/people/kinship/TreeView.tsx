/** The tree with its legend, what it leaves out, and the same as a list. The drawing comes when it is wanted. */
import type { Tree } from '@kerege/contract/people/kinship/schema'
import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense, useMemo } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import { LoadingShape } from '../../../ui/LoadingShape.tsx'
import { withFewerUnknowns } from './joints.ts'
import css from './kinship.module.css'
import { TreeList } from './TreeList.tsx'

const FamilyTree = lazy(() => import('./FamilyTree.tsx').then(module => ({ default: module.FamilyTree })))

interface Props {
  tree: Tree
  self: string
  /** On a page of its own, where the drawing is what one came for. */
  large?: boolean
}

export function TreeView({ tree: asked, self, large = false }: Props) {
  const t = useT()
  const tree = useMemo(() => withFewerUnknowns(asked), [asked])
  // A phone reads the list first; the drawing waits on the page of its own.
  const roomy = useMediaQuery('(min-width: 760px), print', true, { getInitialValueInEffect: false })
  const drawn = large || roomy
  const list = <TreeList tree={tree} self={self} />
  return (
    <div className={css.sheet}>
      {drawn && (
        <Suspense fallback={<LoadingShape rows={4} />}>
          <FamilyTree tree={tree} self={self} />
          <Legend />
        </Suspense>
      )}
      {tree.notShown > 0 && <p className="k-dim">{t('kinship.notShown', { n: tree.notShown })}</p>}
      {tree.more && <p className="k-dim">{t('kinship.tree.more')}</p>}
      {drawn ? (
        <details className={css.asList}>
          <summary>{t('kinship.tree.list')}</summary>
          {list}
        </details>
      ) : (
        list
      )}
    </div>
  )
}

const styles = ['proved', 'claimed', 'contested'] as const

function Legend() {
  const t = useT()
  return (
    <ul className={css.legend}>
      {styles.map(style => (
        <li key={style}>
          <Sample className={css[style]} />
          {t(`kinship.standing.${style}`)}
        </li>
      ))}
      <li>
        <Sample className={css.care} />
        {t('kinship.tree.care')}
      </li>
      <li>
        <Sample className={css.over} />
        {t('kinship.tree.ended')}
      </li>
      <li>
        <span className={`${css.frame} ${css.self}`} aria-hidden="true" />
        {t('kinship.tree.self')}
      </li>
      <li>
        <span className={`${css.frame} ${css.away}`} aria-hidden="true" />
        {t('kinship.outside')}
      </li>
      <li className="k-screen">{t('kinship.tree.keys')}</li>
    </ul>
  )
}

function Sample({ className }: { className: string | undefined }) {
  return (
    <svg width={32} height={6} aria-hidden="true">
      <path d="M0 3H32" className={`${css.line} ${className}`} />
    </svg>
  )
}
