/**
 * Symbols of documents and meetings: given once, the same in every language, without meaning for the subject
 * (habit of the United Nations). `REC/2026/SES.2`, `REC/2026/WG.PSS/3`, `REC/2026/SES.2/L.4/Rev.1`, `REC/2026/SES.2/SR`, `REC/2026/DEC.3`.
 * Pure: reads, writes and counts on; keeps no register.
 */

export const series = ['L', 'CRP', 'INF', 'STA'] as const
/** Limited (draft proposals), conference room paper, information, statement. */
export type Series = (typeof series)[number]
export const modifiers = ['Add', 'Corr', 'Rev'] as const
export type Modifier = (typeof modifiers)[number]

export interface DocumentSymbol {
  organ: string
  year: number
  /** A group of the organ: `WG.PSS`, `FP`; absent for the organ itself. */
  group?: string
  /** The meeting by its number, or the series of decisions. */
  seat: { kind: 'session' | 'decision'; number: number }
  /** A paper of the meeting; without `series` it is one of the main ones, `/1`. */
  paper?: { series?: Series; number: number }
  /** The summary record of the meeting, of which there is one: `/SR`. */
  record?: true
  modifiers: { kind: Modifier; number: number }[]
}

const count = '([1-9]\\d{0,5})'
const grammar = new RegExp(
  `^([A-Z]{2,8})/(\\d{4})/(?:SES\\.${count}|(?:((?:WG\\.[A-Z]{2,6})|FP)/)?DEC\\.${count}|((?:WG\\.[A-Z]{2,6})|FP)/${count})` +
    `(?:/(SR)|/(?:(${series.join('|')})\\.)?${count})?((?:/(?:${modifiers.join('|')})\\.[1-9]\\d{0,5})*)$`,
)

/** @returns `undefined` for what is no symbol; never guesses */
export function parseSymbol(text: string): DocumentSymbol | undefined {
  const found = grammar.exec(text)
  if (!found) return undefined
  const [, organ = '', year, session, decisionGroup, decision, meetingGroup, meeting] = found
  const [record, kind, paper, tail] = found.slice(8)
  // What was decided has no meeting of its own, and so no record.
  if (record !== undefined && decision !== undefined) return undefined
  const group = decisionGroup ?? meetingGroup
  return {
    organ,
    year: Number(year),
    ...(group === undefined ? {} : { group }),
    seat:
      decision === undefined
        ? { kind: 'session', number: Number(session ?? meeting) }
        : { kind: 'decision', number: Number(decision) },
    ...(paper === undefined
      ? {}
      : { paper: { ...(kind === undefined ? {} : { series: kind as Series }), number: Number(paper) } }),
    ...(record === undefined ? {} : { record: true as const }),
    modifiers: (tail ?? '')
      .split('/')
      .filter(Boolean)
      .map(part => {
        const [name, number] = part.split('.')
        return { kind: name as Modifier, number: Number(number) }
      }),
  }
}

export function formatSymbol(symbol: DocumentSymbol): string {
  const { organ, year, group, seat, paper, record } = symbol
  const place =
    seat.kind === 'decision'
      ? [...(group ? [group] : []), `DEC.${seat.number}`]
      : group
        ? [group, String(seat.number)]
        : [`SES.${seat.number}`]
  return [
    organ,
    year,
    ...place,
    ...(paper ? [`${paper.series ? `${paper.series}.` : ''}${paper.number}`] : []),
    ...(record ? ['SR'] : []),
    ...symbol.modifiers.map(one => `${one.kind}.${one.number}`),
  ].join('/')
}

const taken = (symbols: readonly string[]) =>
  symbols.map(parseSymbol).filter((one): one is DocumentSymbol => one !== undefined)
const highest = (numbers: readonly number[]) => Math.max(0, ...numbers)

/** The next paper of a meeting, counting within its series. */
export function nextPaper(
  meeting: DocumentSymbol,
  kind: Series | undefined,
  symbols: readonly string[],
): string {
  const own = formatSymbol({ ...bare(meeting), modifiers: [] })
  const numbers = taken(symbols)
    .filter(one => formatSymbol({ ...bare(one), modifiers: [] }) === own && one.paper?.series === kind)
    .map(one => one.paper?.number ?? 0)
  const paper = { ...(kind === undefined ? {} : { series: kind }), number: highest(numbers) + 1 }
  return formatSymbol({ ...bare(meeting), paper, modifiers: [] })
}

/** The summary record of a meeting. */
export const recordOf = (meeting: DocumentSymbol): string =>
  formatSymbol({ ...bare(meeting), record: true, modifiers: [] })

/** The next addition, correction or revision of a paper. */
export function nextModified(paper: DocumentSymbol, kind: Modifier, symbols: readonly string[]): string {
  const stem = formatSymbol(paper)
  const depth = paper.modifiers.length
  const numbers = taken(symbols)
    .filter(one => formatSymbol({ ...one, modifiers: one.modifiers.slice(0, depth) }) === stem)
    .map(one => one.modifiers[depth])
    .flatMap(one => (one?.kind === kind ? [one.number] : []))
  return formatSymbol({ ...paper, modifiers: [...paper.modifiers, { kind, number: highest(numbers) + 1 }] })
}

function bare({ organ, year, group, seat }: DocumentSymbol) {
  return { organ, year, seat, ...(group === undefined ? {} : { group }) }
}

/** Fills `REC/{year}/DEC.{n}`. */
export const numbered = (pattern: string, year: number, n: number): string =>
  pattern.replace('{year}', String(year)).replace('{n}', String(n))

/** A pattern is fit when what it makes can be read again, and says year and number. */
export function fitPattern(pattern: string, kind: 'session' | 'decision'): boolean {
  if (pattern.split('{year}').length !== 2 || pattern.split('{n}').length !== 2) return false
  const made = parseSymbol(numbered(pattern, 2026, 7))
  return (
    made?.seat.kind === kind && made.seat.number === 7 && made.year === 2026 && made.modifiers.length === 0
  )
}
