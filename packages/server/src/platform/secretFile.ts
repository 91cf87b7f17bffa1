/** A secret of the configuration: written there, or in a file that only the node's user reads. */
import { readFileSync } from 'node:fs'

export interface Said {
  /** As the manual calls both: `objectStore.secretAccessKey (KEREGE_S3_SECRET)`. */
  readonly name: string
  readonly fileName: string
  readonly secret: string | undefined
  readonly file: string | undefined
}

/** @throws Error with a sentence that repeats no value */
export function secretOf(group: string, { name, fileName, secret, file }: Said): string {
  if ((secret === undefined) === (file === undefined))
    throw new Error(`${group} needs one of ${name} and ${fileName}.`)
  return secret ?? secretIn(`${group}.${fileName}`, file ?? '')
}

function secretIn(name: string, file: string): string {
  let text: string
  try {
    text = readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw new Error(`${name} cannot be read (${(error as NodeJS.ErrnoException).code}).`)
  }
  if (text === '') throw new Error(`${name} is empty.`)
  return text
}
