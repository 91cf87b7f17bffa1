/** The original left, the translation right, a row for each paragraph; what is new, changed or gone there is said. */
import type { TextVersion } from '@kerege/contract/council/documents/schema'
import type { Block } from '@kerege/contract/council/documents/text'
import { TextInput } from '@mantine/core'
import { useT } from '../../../../i18n/useT.tsx'
import { BlockView, startOf } from '../Blocks.tsx'
import css from '../documents.module.css'
import { TextEditor } from './TextEditor.tsx'
import type { Writing } from './useWriting.ts'

interface Props {
  original: TextVersion
  language: string
  writing: Writing
  stale: readonly string[]
}

/** A beginning with the kind and the number of its original, and no words. */
function emptyLike(block: Block): Block {
  if (block.kind === 'table') return { ...block, rows: block.rows.map(row => row.map(() => [])) }
  return { ...block, runs: [] }
}
const isEmpty = (block: Block): boolean =>
  block.kind === 'table'
    ? block.rows.every(row => row.every(cell => cell.length === 0))
    : block.runs.length === 0

export function TranslationRows({ original, language, writing, stale }: Props) {
  const t = useT()
  const { text, change } = writing
  const own = new Map(text.blocks.map(block => [block.id, block]))
  const source = original.text.blocks
  const left = text.blocks.filter(block => !source.some(one => one.id === block.id))

  const put = (id: string, block: Block | undefined) => {
    const now = new Map(own)
    if (block && !isEmpty(block)) now.set(id, { ...block, id })
    else now.delete(id)
    // In the order of the original; what it no longer has stands at the end until somebody leaves it out.
    const ordered = source.flatMap(one => now.get(one.id) ?? [])
    change({ ...text, blocks: [...ordered, ...left.flatMap(one => now.get(one.id) ?? [])] })
  }

  return (
    <div className={css.text}>
      {source.map(block => {
        const mine = own.get(block.id)
        const owes = stale.includes(block.id) ? 'stale' : mine ? undefined : 'missing'
        return (
          <div key={block.id} className={`${css.block} ${css.pair} ${owes ? css.owes : ''}`}>
            <div lang={original.language}>
              <BlockView block={block} />
              {owes && <p className="k-dim k-small">{t(`council.doc.owes.${owes}`)}</p>}
            </div>
            {block.kind === 'table' ? (
              <Cells
                block={mine?.kind === 'table' ? mine : emptyLike(block)}
                label={startOf(block)}
                onChange={next => put(block.id, next)}
              />
            ) : (
              <TextEditor
                single
                label={startOf(block)}
                language={language}
                blocks={[mine && mine.kind !== 'table' ? mine : emptyLike(block)]}
                onChange={([first]) => put(block.id, first)}
              />
            )}
          </div>
        )
      })}
      {left.map(block => (
        <div key={block.id} className={`${css.block} ${css.pair} ${css.owes}`}>
          <p className="k-dim k-small">{t('council.doc.owes.left')}</p>
          <div lang={language}>
            <BlockView block={block} />
            <button type="button" className="k-link" onClick={() => put(block.id, undefined)}>
              {t('council.doc.drop')}
            </button>
          </div>
        </div>
      ))}
    </div>
  )
}

function Cells({
  block,
  label,
  onChange,
}: {
  block: Block
  label: string
  onChange: (block: Block) => void
}) {
  if (block.kind !== 'table') return null
  const write = (row: number, column: number, words: string) =>
    onChange({
      ...block,
      rows: block.rows.map((cells, at) =>
        cells.map((cell, place) =>
          at === row && place === column ? (words ? [{ text: words }] : []) : cell,
        ),
      ),
    })
  return (
    <div className={css.wide}>
      <table className={css.table}>
        <tbody>
          {block.rows.map((cells, row) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no other identity than its place
            <tr key={row}>
              {cells.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: nor has a cell
                <td key={column}>
                  <TextInput
                    aria-label={`${label} ${row + 1}.${column + 1}`}
                    value={cell.map(run => run.text).join('')}
                    onChange={event => write(row, column, event.currentTarget.value)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
