/** Both records beside each other, field by field, each marked with a sign and a word. */
import type { DuplicateView } from '@kerege/contract/people/duplicates/schema'
import type { Person } from '@kerege/contract/people/schema'
import {
  IconArrowLeft,
  IconArrowRight,
  IconEqual,
  IconEqualNot,
  IconHandStop,
  IconMathEqualLower,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../../i18n/useFormat.tsx'
import { useT } from '../../../i18n/useT.tsx'
import { FieldValue, fieldKey } from '../person/FieldValue.tsx'
import { Spelling } from '../Spelling.tsx'
import css from './duplicates.module.css'
import { type Mark, type PairRow, rowsOf } from './rows.ts'

const icons = {
  same: IconEqual,
  partly: IconMathEqualLower,
  differs: IconEqualNot,
  one: IconArrowLeft,
  other: IconArrowRight,
}

export function PairTable({ view }: { view: DuplicateView }) {
  const t = useT()
  const rows = rowsOf(view.first, view.second)
  const blocks = new Set(view.pair.clashes.map(fault => fault.pointer))
  return (
    <table className={css.pair}>
      <caption className="k-hidden">{t('people.dup.beside')}</caption>
      <thead>
        <tr>
          <td />
          <Head person={view.first} label={view.one.label} letter="1" />
          <Head person={view.second} label={view.other.label} letter="2" />
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <OneRow
            key={`${row.section}.${row.field}`}
            row={row}
            blocks={blocks.has(`/${row.section}/${row.field}`)}
          />
        ))}
      </tbody>
    </table>
  )
}

function Head({ person, label, letter }: { person: Person; label: string; letter: string }) {
  const t = useT()
  const format = useFormat()
  return (
    <th scope="col" className={css.record}>
      <span className={css.letter}>{letter}</span>
      <Link to={`/people/${person.id}`} className={css.recordName}>
        <Spelling text={label} />
      </Link>
      <span className="k-dim k-small">
        {t('people.dup.registered', { when: format.date(person.createdAt) })}
      </span>
    </th>
  )
}

/** A value that stands in the way of a merge says so where it is read. */
function OneRow({ row, blocks }: { row: PairRow; blocks: boolean }) {
  const t = useT()
  return (
    <tr className={blocks ? css.blocks : css[row.mark]}>
      <th scope="row">
        <span className={css.field}>{fieldWord(row, t)}</span>
        {blocks ? (
          <span className={css.mark}>
            <IconHandStop size={16} stroke={1.9} aria-hidden="true" />
            <span>{t('people.dup.mark.blocks')}</span>
          </span>
        ) : (
          <MarkSign mark={row.mark} />
        )}
      </th>
      <td data-letter="1">
        <Value row={row} value={row.one} />
      </td>
      <td data-letter="2">
        <Value row={row} value={row.other} />
      </td>
    </tr>
  )
}

function Value({ row, value }: { row: PairRow; value: unknown }) {
  if (row.field === 'household' && typeof value === 'string') return <bdi>{value}</bdi>
  return <FieldValue field={row.field} value={value} />
}

function fieldWord({ section, field }: PairRow, t: ReturnType<typeof useT>): string {
  if (field === 'names' && section === 'identity') return t('people.namesInPapers')
  if (field === 'names' && section === 'journey') return t('people.namesAbroad')
  return t(fieldKey(field))
}

function MarkSign({ mark }: { mark: Mark }) {
  const t = useT()
  const Icon = icons[mark]
  return (
    <span className={css.mark}>
      <Icon size={16} stroke={1.9} aria-hidden="true" />
      <span>{t(`people.dup.mark.${mark}`)}</span>
    </span>
  )
}
