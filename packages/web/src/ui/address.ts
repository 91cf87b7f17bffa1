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

/** `/tasks?due=today#first` as a link of the router takes it: path, search and place on the page apart. */
export function linkTo(href: string): { to: string; search: never; hash?: string } {
  const url = new URL(href, 'http://here')
  // The router types search by route; ours is plain words everywhere.
  const search = parseSearch(url.search) as never
  return { to: url.pathname, search, ...(url.hash ? { hash: url.hash.slice(1) } : {}) }
}
