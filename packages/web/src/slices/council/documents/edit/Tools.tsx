/** The tools above a text: kinds of paragraphs and looks; inside a table its rows and columns instead, small enough for a phone. */
import { ActionIcon, Button } from '@mantine/core'
import {
  IconColumnInsertRight,
  IconColumnRemove,
  IconRowInsertBottom,
  IconRowRemove,
  IconTableOff,
  IconTableRow,
} from '@tabler/icons-react'
import { setBlockType, toggleMark } from 'prosemirror-commands'
import { undo } from 'prosemirror-history'
import type { Command } from 'prosemirror-state'
import { useT } from '../../../../i18n/useT.tsx'
import css from '../documents.module.css'
import { schema } from './schema.ts'
import * as tables from './tables.ts'

const kinds = [
  ['council.doc.block.paragraph', setBlockType(schema.nodes.paragraph)],
  ['council.doc.block.heading', setBlockType(schema.nodes.heading, { level: 1 })],
  ['council.doc.block.item', setBlockType(schema.nodes.item, { depth: 1 })],
  ['council.doc.block.table', tables.beginTable],
] as const
const looks = [
  ['council.doc.bold', toggleMark(schema.marks.bold)],
  ['council.doc.italic', toggleMark(schema.marks.italic)],
  ['council.doc.undo', undo],
] as const
const cells = [
  ['council.doc.table.rowBelow', tables.rowBelow, IconRowInsertBottom],
  ['council.doc.table.columnAfter', tables.columnAfter, IconColumnInsertRight],
  ['council.doc.table.dropRow', tables.dropRow, IconRowRemove],
  ['council.doc.table.dropColumn', tables.dropColumn, IconColumnRemove],
  ['council.doc.table.head', tables.nameColumns, IconTableRow],
  ['council.doc.table.drop', tables.dropTable, IconTableOff],
] as const

interface Props {
  label: string
  inTable: boolean
  run: (command: Command) => void
}

export function Tools({ label, inTable, run }: Props) {
  const t = useT()
  return (
    <div className={css.tools} role="toolbar" aria-label={label}>
      {(inTable ? looks : [...kinds, ...looks]).map(([key, command]) => (
        <Button key={key} variant="default" size="compact-md" onClick={() => run(command)}>
          {t(key)}
        </Button>
      ))}
      {inTable && (
        <span className={css.cells}>
          {cells.map(([key, command, Icon]) => (
            <ActionIcon
              key={key}
              variant="default"
              size={44}
              aria-label={t(key)}
              title={t(key)}
              onClick={() => run(command)}
            >
              <Icon size={20} stroke={1.7} />
            </ActionIcon>
          ))}
        </span>
      )}
    </div>
  )
}
