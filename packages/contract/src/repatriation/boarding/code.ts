/** What stands in the code of a boarding card: which line of the list it is, and nothing that says anything to anybody else. */

const prefix = 'KRG1:'
const uuid = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** In capitals, so that the code stays small. */
export const codeOf = (lineId: string): string => `${prefix}${lineId.toUpperCase()}`

export type ReadCode = { lineId: string } | { number: string }

/** A card of ours, or the bare number of a bracelet; nothing for any other code. */
export function readCode(text: string): ReadCode | undefined {
  const trimmed = text.trim()
  if (trimmed.toUpperCase().startsWith(prefix)) {
    const lineId = trimmed.slice(prefix.length).toLowerCase()
    return uuid.test(lineId) ? { lineId } : undefined
  }
  return /^[\p{L}\p{N}-]{1,24}$/u.test(trimmed) ? { number: trimmed } : undefined
}
