/** Which collection is meant, and where it lies. */
import { join, resolve } from 'node:path'

/** A name becomes a file's name, so it is one everywhere: no separators, no leading dot. */
const collectionName = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,79}$/

export interface Place {
  readonly name: string
  readonly folder: string
  readonly file: string
}

export function placeOf(
  values: ReadonlyMap<string, string>,
  folder: string,
  faults: string[],
): Place | undefined {
  const name = values.get('collection')
  if (name === undefined) faults.push('--collection is missing')
  else if (!collectionName.test(name)) {
    faults.push('--collection is a name of letters a to z, digits, dots, dashes and underscores, 80 at most')
  }
  const dir = values.get('dir')
  if (dir === '') faults.push('--dir is empty')
  if (name === undefined || faults.length > 0) return undefined
  const own = dir === undefined ? folder : resolve(dir)
  return { name, folder: own, file: join(own, `${name}.kerege-search`) }
}
