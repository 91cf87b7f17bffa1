/** What a device remembers of a list: hidden columns, order, saved views. Filters may point at nobody by name. */
export interface SavedView {
  name: string
  query: Record<string, string>
}
export interface Memory {
  hidden: string[]
  views: SavedView[]
  sort?: string
}

const key = (list: string) => `kerege.list.${list}`

export function recall(list: string): Memory {
  try {
    const kept = JSON.parse(localStorage.getItem(key(list)) ?? '{}') as Partial<Memory>
    return { ...kept, hidden: kept.hidden ?? [], views: kept.views ?? [] }
  } catch {
    return { hidden: [], views: [] }
  }
}

export const remember = (list: string, memory: Memory): void =>
  localStorage.setItem(key(list), JSON.stringify(memory))
