/** Addresses carry plain words: `?area=KZ-61&sort=name`, nothing quoted or packed. */
export type Search = Record<string, string>

export const parseSearch = (text: string): Search =>
  Object.fromEntries(new URLSearchParams(text.startsWith('?') ? text.slice(1) : text))

export function stringifySearch(search: Record<string, unknown>): string {
  const entries = Object.entries(search).flatMap(([key, value]) =>
    value === undefined || value === null || value === '' ? [] : [[key, String(value)]],
  )
  const text = new URLSearchParams(entries).toString()
  return text ? `?${text}` : ''
}
