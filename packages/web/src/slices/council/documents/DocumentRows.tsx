/** Documents as rows of a card: their title, their symbol, how they stand. */
import type { MultiText } from '@kerege/contract/common'
import type { DocumentState } from '@kerege/contract/council/documents/states'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import css from '../council.module.css'
import { Said } from '../parts/Said.tsx'
import { DocumentStatePill } from './state.tsx'

interface Row {
  id: string
  title: MultiText
  symbol?: string | undefined
  state: DocumentState
}

export function DocumentRows<R extends Row>({
  rows,
  note,
}: {
  rows: readonly R[]
  note?: (row: R) => ReactNode
}) {
  return (
    <ul className={css.rows}>
      {rows.map(row => (
        <li key={row.id}>
          <div className={css.words}>
            <Link to={`/documents/${row.id}`}>
              <Said text={row.title} />
            </Link>
            <div className="k-dim k-small">
              {row.symbol} {note?.(row)}
            </div>
          </div>
          <DocumentStatePill state={row.state} />
        </li>
      ))}
    </ul>
  )
}
