/** Writes paragraphs: bold, italic, headings, lists and tables by button or key. Shows; what is saved and when is the page's affair. */
import type { Block } from '@kerege/contract/council/documents/text'
import { baseKeymap, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { type Command, EditorState } from 'prosemirror-state'
import { tableEditing } from 'prosemirror-tables'
import { EditorView } from 'prosemirror-view'
import 'prosemirror-view/style/prosemirror.css'
import { useEffect, useRef, useState } from 'react'
import css from '../documents.module.css'
import { cleanPaste } from './paste.ts'
import { schema, toBlocks, toDoc } from './schema.ts'
import * as tables from './tables.ts'
import { Tools } from './Tools.tsx'

interface Props {
  label: string
  language: string
  blocks: readonly Block[]
  onChange: (blocks: Block[]) => void
  /** One paragraph of a translation: it keeps its kind and is not split. */
  single?: boolean
}

/** Random, so that two who write at once never give one id to two paragraphs. */
export const newBlockId = (): string => crypto.randomUUID().replaceAll('-', '').slice(0, 12)

const newLine = keymap({
  Enter: (state, dispatch) => {
    dispatch?.(state.tr.replaceSelectionWith(schema.node('hard_break')))
    return true
  },
})
const cells = keymap({ Tab: tables.nextCell, 'Shift-Tab': tables.previousCell, Enter: tables.lineInCell })
const keys = keymap({
  'Mod-b': toggleMark(schema.marks.bold),
  'Mod-i': toggleMark(schema.marks.italic),
  'Mod-z': undo,
  'Mod-y': redo,
  'Shift-Mod-z': redo,
})

export function TextEditor({ label, language, blocks, onChange, single = false }: Props) {
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | null>(null)
  const told = useRef(onChange)
  told.current = onChange
  const [inTable, setInTable] = useState(false)
  // The text at the start; afterwards the editor is the one that knows it.
  const start = useRef(blocks)

  useEffect(() => {
    if (!place.current) return
    const writing = single ? [newLine] : [cells, tableEditing()]
    const plugins = [history(), ...writing, keys, keymap(baseKeymap)]
    const made = new EditorView(place.current, {
      state: EditorState.create({ doc: toDoc(start.current), plugins }),
      attributes: {
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': label,
        lang: language,
        dir: 'auto',
      },
      transformPastedHTML: cleanPaste,
      dispatchTransaction(transaction) {
        made.updateState(made.state.apply(transaction))
        setInTable(tables.inTable(made.state))
        if (transaction.docChanged) told.current(toBlocks(made.state.doc, newBlockId))
      },
    })
    view.current = made
    return () => {
      made.destroy()
      view.current = null
    }
  }, [label, language, single])

  const run = (command: Command) => {
    if (!view.current) return
    command(view.current.state, view.current.dispatch)
    view.current.focus()
  }
  return (
    <div className={`${css.editor} ${single ? '' : css.long}`}>
      {!single && <Tools label={label} inTable={inTable} run={run} />}
      <div ref={place} />
    </div>
  )
}
