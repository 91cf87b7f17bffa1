/**
 * The frame of every list of the Council: its head, the act that begins something new, a title that opens the page of
 * its row. A list says what narrows it and what stands beside the title.
 */
import { Link } from '@tanstack/react-router'
import type { MultiText, Page } from '@kerege/contract/common'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useMemo } from 'react'
import type { MessageKey } from '../../../i18n/keys.ts'
import { type Formatter, useFormat } from '../../../i18n/useFormat.tsx'
import { type Translate, useT } from '../../../i18n/useT.tsx'
import { useMay } from '../../../shell/session.ts'
import { DataList } from '../../../ui/list/DataList.tsx'
import type { Column, Filter, ListQuery } from '../../../ui/list/types.ts'
import { PageHead } from '../../../ui/PageHead.tsx'
import { Said } from './Said.tsx'

interface Titled {
  id: string
  title: MultiText
}

interface Props<Row extends Titled> {
  /** Its columns, order and views are remembered under this name. */
  name: string
  /** Where its rows have their pages: `/decisions`. */
  path: string
  /** What the list holds, for those who hear it. */
  label: string
  load: (query: ListQuery, signal: AbortSignal) => Promise<Page<Row>>
  /** Outside of a component, so that it stays the same function. */
  filters: (t: Translate, format: Formatter) => Filter[]
  /** Beside the title, which is the first column of all of them. */
  columns: readonly Column<Row>[]
  state: (row: Row) => ReactNode
  /** Below the title on a phone. */
  line: (row: Row) => ReactNode
  empty: { title: string; text?: string }
}

export function CouncilList<Row extends Titled>({
  name,
  path,
  label,
  filters,
  columns,
  ...rest
}: Props<Row>) {
  const t = useT()
  const format = useFormat()
  const narrowing = useMemo(() => filters(t, format), [filters, t, format])
  const href = (row: Row) => `${path}/${row.id}`
  const title: Column<Row> = {
    id: 'title',
    label: t('council.title'),
    cell: row => <Said text={row.title} />,
  }
  return (
    <DataList
      name={name}
      label={label}
      columns={[title, ...columns]}
      filters={narrowing}
      load={rest.load}
      rowId={row => row.id}
      rowName={row => <Said text={row.title} />}
      href={href}
      phone={row => ({ state: rest.state(row), line: rest.line(row) })}
      empty={rest.empty}
    />
  )
}

/** States to choose from, in every list that has them. */
export const stateFilter = (t: Translate, options: readonly { value: string; label: string }[]): Filter => ({
  id: 'state',
  label: t('council.state'),
  kind: 'choice',
  options,
})

interface HeadProps {
  title: MessageKey
  /** What those who prepare the Council's work may begin here: a page of its own, or a drawer. */
  fresh: { label: MessageKey } & ({ to: string } | { onOpen: () => void })
  /** What anybody may do here. */
  acts?: ReactNode
}

export function ListHead({ title, fresh, acts }: HeadProps) {
  const t = useT()
  const may = useMay()
  const look = { leftSection: <IconPlus size={18} stroke={1.7} />, children: t(fresh.label) }
  return (
    <PageHead
      title={t(title)}
      acts={
        <>
          {acts}
          {may('council.prepare') &&
            ('to' in fresh ? (
              <Button component={Link} to={fresh.to} {...look} />
            ) : (
              <Button onClick={fresh.onOpen} {...look} />
            ))}
        </>
      }
    />
  )
}
