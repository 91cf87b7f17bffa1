/** Values of a form by JSON pointer (RFC 6901): the same address that faults of the server carry. */

export type Json = unknown

const parts = (pointer: string) =>
  pointer
    .split('/')
    .slice(1)
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'))

const inside = (value: Json, part: string): Json =>
  typeof value === 'object' && value !== null ? (value as Record<string, Json>)[part] : undefined

export const valueAt = (root: Json, pointer: string): Json => parts(pointer).reduce(inside, root)

/** A copy with one value changed; what stands beside it is shared, what is missing on the way is made. */
export function withValue(root: Json, pointer: string, value: Json): Json {
  const [first, ...rest] = parts(pointer)
  if (first === undefined) return value
  const next = withValue(inside(root, first), rest.map(part => `/${escaped(part)}`).join(''), value)
  if (Array.isArray(root)) return root.with(Number(first), next)
  return { ...(root as Record<string, Json> | undefined), [first]: next }
}

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

/** What was left blank is not sent: an empty line is no answer. */
export function withoutBlanks(value: Json): Json {
  if (Array.isArray(value)) return value.map(withoutBlanks)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, one]) => {
      const kept = withoutBlanks(one)
      return kept === '' || kept === undefined ? [] : [[key, kept]]
    }),
  )
}
