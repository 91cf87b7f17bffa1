/**
 * Drafts of forms, kept by the tab: they survive a reload and an ended session, and go with the tab, so that a
 * shared computer keeps nobody's words. Signing out drops them all.
 */
export interface Draft {
  values: unknown
  /** Kept with the draft: pressing "Save" again after a broken line is still the same command. */
  command: string
  savedAt: string
}

const prefix = 'kerege.draft.'

export function findDraft(name: string): Draft | undefined {
  try {
    const text = sessionStorage.getItem(prefix + name)
    return text ? (JSON.parse(text) as Draft) : undefined
  } catch {
    return undefined
  }
}

/** @returns false when the browser keeps nothing: then the form does not claim that it did. */
export function keepDraft(name: string, draft: Draft): boolean {
  try {
    sessionStorage.setItem(prefix + name, JSON.stringify(draft))
    return true
  } catch {
    return false
  }
}

export const dropDraft = (name: string): void => sessionStorage.removeItem(prefix + name)

export function dropAllDrafts(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(prefix)) sessionStorage.removeItem(key)
}
