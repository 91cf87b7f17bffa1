/** Paragraphs as they are read, and two of them with what differs: in words for those who hear, marked for those who see. */
import { blockText } from '@kerege/contract/council/documents/rules'
import type { Block, Run } from '@kerege/contract/council/documents/text'
import { diffArrays } from 'diff'
import { Fragment } from 'react'
import { useT } from '../../../i18n/useT.tsx'
import css from './documents.module.css'

export function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading': {
      const Heading = (['h3', 'h4', 'h5'] as const)[block.level - 1] ?? 'h5'
      return (
        <Heading className={css.heading}>
          {block.number && <span className="k-num">{block.number} </span>}
          <Runs runs={block.runs} />
        </Heading>
      )
    }
    case 'table':
      return <TableView rows={block.rows} head={block.head} />
    default:
      return (
        <p className={block.kind === 'item' ? css[`item${block.depth}`] : css.paragraph}>
          {block.number ? <span className="k-num">{block.number} </span> : block.kind === 'item' && '• '}
          <Runs runs={block.runs} />
        </p>
      )
  }
}

function TableView({ rows, head }: { rows: readonly (readonly Run[][])[]; head: boolean }) {
  return (
    // A wide table is moved by keyboard too.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to take the focus
    <div className={css.wide} tabIndex={0}>
      <table className={css.table}>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity than its place
            <tr key={at}>
              {row.map((cell, column) => {
                const Cell = head && at === 0 ? 'th' : 'td'
                return (
                  // biome-ignore lint/suspicious/noArrayIndexKey: nor has a cell
                  <Cell key={column}>
                    <Runs runs={cell} />
                  </Cell>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Runs({ runs }: { runs: readonly Run[] }) {
  return runs.map((run, at) => {
    let shown = <span className={css.run}>{run.text}</span>
    if (run.italic) shown = <em>{shown}</em>
    if (run.bold) shown = <strong>{shown}</strong>
    if (run.href)
      shown = (
        <a href={run.href} rel="noreferrer noopener" target="_blank">
          {shown}
        </a>
      )
    // biome-ignore lint/suspicious/noArrayIndexKey: a run has no other identity than its place
    return <Fragment key={at}>{shown}</Fragment>
  })
}

/** Both readings of a paragraph in one: what went is struck and said, what came is underlined and said. */
export function Differences({ before, after }: { before: Block | undefined; after: Block | undefined }) {
  const t = useT()
  const words = (block: Block | undefined) => (block ? blockText(block).split(/(\s+)/).filter(Boolean) : [])
  return (
    <p className={css.paragraph} dir="auto">
      {diffArrays(words(before), words(after)).map((part, at) => {
        const text = part.value.join('')
        const Mark = part.added ? 'ins' : part.removed ? 'del' : 'span'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part has no other identity than its place
          <Mark key={at} className={part.added ? css.came : part.removed ? css.went : undefined}>
            {(part.added || part.removed) && (
              <span className="k-hidden">
                {t(part.added ? 'council.doc.change.added' : 'council.doc.change.removed')}:{' '}
              </span>
            )}
            {text}
          </Mark>
        )
      })}
    </p>
  )
}

/** The first words of a paragraph, by which a button names it. */
export const startOf = (block: Block): string => {
  const text = blockText(block).replaceAll(/\s+/g, ' ')
  return text.length > 40 ? `${text.slice(0, 38)}…` : text
}
