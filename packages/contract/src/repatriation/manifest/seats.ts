/** One seat of one vehicle, however a list writes it; and rows of one list that ask for the same. */
import { folded } from './fold.ts'
import type { ManifestPerson } from './schema.ts'

/** Nothing where no seat is said, or nobody knows in what. */
export function seatKey({ leg, seat }: Pick<ManifestPerson, 'leg' | 'seat'>): string | undefined {
  const [vehicle, place] = [folded(leg ?? ''), folded(seat ?? '').replaceAll(' ', '')]
  return vehicle === '' || place === '' ? undefined : `${vehicle}: ${place}`
}

/** Rows whose seat a row above has, each with that row. */
export function seatsTwice(
  rows: readonly { row: number; person: ManifestPerson }[],
): { row: number; other: number; seat: string; leg: string }[] {
  const first = new Map<string, number>()
  return rows.flatMap(({ row, person }) => {
    const key = seatKey(person)
    if (key === undefined) return []
    const other = first.get(key)
    if (other !== undefined) return [{ row, other, seat: person.seat ?? '', leg: person.leg ?? '' }]
    first.set(key, row)
    return []
  })
}
