/**
 * How well a stemmer does on lists of words: do forms of one word meet, and do different words stay apart.
 * Both count the same: what fails to meet is not found, what meets wrongly buries it.
 */
import type { SearchLanguage } from '../languages.ts'
import { stemOf } from './index.ts'

export interface Group {
  readonly lemma: string
  readonly forms: readonly string[]
}

/** `#` begins a remark; a line is a dictionary form and forms of it. Lines of one dictionary form are one group. */
export function readGroups(text: string): Group[] {
  const groups = new Map<string, string[]>()
  for (const line of text.split('\n')) {
    if (line.startsWith('#') || line.trim() === '') continue
    const [lemma = '', ...forms] = line.trim().split(/\s+/)
    groups.set(lemma, [...(groups.get(lemma) ?? []), ...forms])
  }
  return [...groups].map(([lemma, forms]) => ({ lemma, forms }))
}

export interface Accuracy {
  readonly forms: number
  /** Forms whose stem is that of their dictionary form. */
  readonly met: number
  readonly missed: readonly string[]
  readonly lemmas: number
  /** Dictionary forms that share their stem with another one. */
  readonly mixed: number
  readonly clashes: readonly string[]
}

export function measureStems(language: SearchLanguage, groups: readonly Group[]): Accuracy {
  const missed: string[] = []
  let forms = 0
  const byStem = new Map<string, string[]>()
  for (const group of groups) {
    const stem = stemOf(group.lemma, language)
    byStem.set(stem, [...(byStem.get(stem) ?? []), group.lemma])
    for (const form of group.forms) {
      forms++
      const own = stemOf(form, language)
      if (own !== stem) missed.push(`${form} > ${own}, ${group.lemma} > ${stem}`)
    }
  }
  const clashing = [...byStem].filter(([, lemmas]) => lemmas.length > 1)
  return {
    forms,
    met: forms - missed.length,
    missed,
    lemmas: groups.length,
    mixed: clashing.reduce((sum, [, lemmas]) => sum + lemmas.length, 0),
    clashes: clashing.map(([stem, lemmas]) => `${lemmas.join(' = ')} (${stem})`),
  }
}
