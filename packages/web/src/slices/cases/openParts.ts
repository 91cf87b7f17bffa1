/** Which parts of a case page stand open on this device, from one case to the next. It names parts of a page, nobody. */
const key = 'kerege.case.parts'

export function openParts(): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]')
    return Array.isArray(kept) ? kept.map(String) : []
  } catch {
    return []
  }
}

export const rememberParts = (open: readonly string[]): void =>
  localStorage.setItem(key, JSON.stringify(open))
