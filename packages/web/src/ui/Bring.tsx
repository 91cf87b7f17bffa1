/** Brings a file back: read, looked at row by row, then confirmed. Nothing is written unseen. */
import { Button, FileButton } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { queryClient } from '../api.ts'
import css from './bring.module.css'
import { Notice } from './Notice.tsx'
import { faultText, problemText } from './problems.ts'
import { toast } from './toasts.ts'

/** What every report of a file says, whatever it holds. */
interface Report {
  faults: readonly { row: number; column: string; field: string; code: string }[]
  moreFaults: number
  /** Headings that nobody reads. */
  unread: readonly string[]
  /** Of what would be done. What is confirmed is this and nothing else. */
  seen: string
}

interface Words<R> {
  text: string
  choose: string
  confirm: (report: R) => string
  taken: (report: R) => string
  outcome: (report: R) => string
  unread: (names: string) => string
  faults: string
  faultAt: (at: { row: number; column: string; what: string }) => string
  moreFaults: (n: number) => string
}

interface Props<R extends Report> {
  /** Endings of names, for the chooser of files. */
  accept: string
  /** Whose words problems and faults have. */
  slice: string
  words: Words<R>
  preview: (file: Uint8Array<ArrayBuffer>) => Promise<R>
  take: (file: Uint8Array<ArrayBuffer>, seen: string) => Promise<R>
  /** There is something to confirm. */
  useful: (report: R) => boolean
  /** How a column is called on the screen. */
  columnName: (field: string) => string
  /** What becomes of each row. */
  children: (report: R) => ReactNode
  onDone: () => void
}

type Look<R extends Report> = Pick<Props<R>, 'slice' | 'words' | 'columnName' | 'children'>

export function Bring<R extends Report>({ accept, preview, take, useful, onDone, ...look }: Props<R>) {
  const { words, slice } = look
  const [file, setFile] = useState<Uint8Array<ArrayBuffer>>()
  const reading = useMutation({ mutationFn: preview })
  const taking = useMutation({
    mutationFn: (given: { file: Uint8Array<ArrayBuffer>; seen: string }) => take(given.file, given.seen),
    onSuccess: () => queryClient.invalidateQueries(),
  })
  const report = reading.data
  const error = taking.error ?? reading.error
  const read = async (chosen: File | null) => {
    if (!chosen) return
    const bytes = new Uint8Array(await chosen.arrayBuffer())
    setFile(bytes)
    taking.reset()
    reading.mutate(bytes)
  }
  const confirmed = file !== undefined && report !== undefined && useful(report)
  const confirm = () => {
    if (!file || !report) return
    taking.mutate(
      { file, seen: report.seen },
      {
        onSuccess: taken => {
          toast(words.taken(taken))
          onDone()
        },
      },
    )
  }
  return (
    <div className="k-stack">
      <p>{words.text}</p>
      <div>
        <FileButton accept={accept} onChange={read}>
          {props => (
            <Button
              {...props}
              variant={confirmed ? 'default' : 'filled'}
              loading={reading.isPending}
              leftSection={<IconFileText size={18} stroke={1.7} />}
            >
              {words.choose}
            </Button>
          )}
        </FileButton>
      </div>
      {error && (
        <Notice kind="stop" live>
          {problemText(error, slice)}
        </Notice>
      )}
      {report && <Seen report={report} {...look} />}
      {confirmed && (
        <div>
          <Button loading={taking.isPending} onClick={confirm}>
            {words.confirm(report)}
          </Button>
        </div>
      )}
    </div>
  )
}

function Seen<R extends Report>({ report, words, slice, columnName, children }: Look<R> & { report: R }) {
  const { faults, moreFaults, unread } = report
  return (
    <div className="k-stack" role="status">
      <p>{words.outcome(report)}</p>
      {unread.length > 0 && <Notice kind="wait">{words.unread(unread.join(', '))}</Notice>}
      {faults.length > 0 && (
        <div>
          <h3>{words.faults}</h3>
          <ul>
            {faults.map(({ row, column, field, code }) => (
              <li key={`${row} ${field} ${code}`}>
                {words.faultAt({
                  row,
                  column: [column, columnName(field)].filter(Boolean).join(', '),
                  what: faultText({ pointer: '', code }, slice),
                })}
              </li>
            ))}
            {moreFaults > 0 && <li>{words.moreFaults(moreFaults)}</li>}
          </ul>
        </div>
      )}
      {children(report)}
    </div>
  )
}

interface Row {
  row: number
  title: string
}

/** Rows of the file by number and title, with what becomes of each. */
export function BroughtRows<R extends Row>({
  rows,
  caption,
  heads,
  becomes,
}: {
  rows: readonly R[]
  caption: string
  /** Row, title, what becomes of it. */
  heads: readonly [string, string, string]
  becomes: (row: R) => ReactNode
}) {
  return (
    <table className={css.rows}>
      <caption className="k-hidden">{caption}</caption>
      <thead>
        <tr>
          {heads.map(head => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.row}>
            <td className="k-num">{row.row}</td>
            <td dir="auto">{row.title}</td>
            <td>{becomes(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
