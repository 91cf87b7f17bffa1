/** What a file says, judged: concepts that may stand in a thesaurus, and all that is wrong, each with its place. */
import { type SearchLanguage, searchLanguages } from '../../languages.ts'
import { hasCyrillic, uzbekCyrillic, uzbekLatin } from '../../uzbek.ts'
import type { Concept } from '../concepts.ts'
import { type Entry, isLabel, mostLabels, type Remark, type Said, type SaidLabel } from './entry.ts'

export interface Judged {
  readonly concepts: readonly Concept[]
  readonly faults: readonly Remark[]
  readonly notes: readonly Remark[]
  /** So many more than are listed. */
  readonly more: number
}

/** @param there what stays beside the concepts of the file */
export function judge({ entries, remarks }: Said, there: readonly Concept[] = []): Judged {
  const own = new Map(entries.map(entry => [entry.id, entry]))
  const beside = there.filter(({ id }) => !own.has(id))
  const ids = new Set([...beside.map(({ id }) => id), ...own.keys()])
  const concepts = entries.map((entry): Concept => {
    const [broader, second] = entry.broader
    if (second) remarks.fault('second-broader', second, second.id)
    for (const one of entry.broader) if (!ids.has(one.id)) remarks.fault('unknown-broader', one, one.id)
    for (const one of entry.related)
      if (!ids.has(one.id) || one.id === entry.id) remarks.fault('unknown-related', one, one.id)
    const labels = Object.fromEntries(
      searchLanguages.map(language => [language, labelsOf(entry, language, remarks)]),
    ) as Record<SearchLanguage, string[]> // one for each language
    if (searchLanguages.every(one => labels[one].length === 0)) remarks.fault('no-label', entry, entry.id)
    const related = [...new Set(entry.related.map(({ id }) => id))].sort()
    return {
      id: entry.id,
      ...(broader ? { broader: broader.id } : {}),
      ...(related.length > 0 ? { related } : {}),
      labels,
    }
  })
  for (const id of inCircle([...beside, ...concepts])) {
    const entry = own.get(id)
    if (entry) remarks.fault('circle', entry.broader[0] ?? entry, id)
  }
  noteSameLabels(entries, remarks)
  return { concepts, faults: remarks.faults, notes: remarks.notes, more: remarks.more }
}

function labelsOf(entry: Entry, language: SearchLanguage, remarks: Said['remarks']): string[] {
  const all = entry.labels.filter(label => label.language === language).map(composed)
  const own = language === 'uz' ? inLatin(all) : all
  const first = own.filter(({ preferred }) => preferred)
  const said = new Set<string>()
  for (const label of [...first, ...own.filter(({ preferred }) => !preferred)]) {
    if (isLabel(label.text)) said.add(label.text)
    else remarks.fault('bad-label', label, label.text)
  }
  const second = first.find(({ text }) => text !== first[0]?.text)
  if (second) remarks.fault('second-preferred', second, second.text)
  const labels = [...said]
  if (labels.length > mostLabels) remarks.fault('too-many-labels', entry, entry.id)
  return labels.slice(0, mostLabels)
}

const composed = (label: SaidLabel): SaidLabel => ({ ...label, text: label.text.normalize('NFC').trim() })

/** Uzbek labels are kept in the Latin alphabet and shown in both: what is only the Cyrillic of another one is that one. */
function inLatin(labels: readonly SaidLabel[]): SaidLabel[] {
  const latin = labels.filter(({ text }) => !hasCyrillic(text))
  const made = new Set(latin.map(({ text }) => uzbekCyrillic(text)))
  const others = labels.filter(({ text }) => hasCyrillic(text) && !made.has(text))
  return [...latin, ...others.map(label => ({ ...label, text: uzbekInLatin(label.text) }))]
}

/** A label as it is kept. */
export const uzbekInLatin = (text: string): string =>
  hasCyrillic(text) ? text.toLowerCase().split(' ').map(uzbekLatin).join(' ') : text

/** Ids of concepts that are broader than themselves by some way round. */
export function inCircle(concepts: readonly Pick<Concept, 'id' | 'broader'>[]): string[] {
  const above = new Map(concepts.map(({ id, broader }) => [id, broader]))
  const state = new Map<string, 'going' | 'done'>()
  const found: string[] = []
  for (const { id } of concepts) {
    const way: string[] = []
    let at: string | undefined = id
    while (at !== undefined && above.has(at) && !state.has(at)) {
      state.set(at, 'going')
      way.push(at)
      at = above.get(at)
    }
    if (at !== undefined && state.get(at) === 'going') found.push(...way.slice(way.indexOf(at)))
    for (const one of way) state.set(one, 'done')
  }
  return found
}

/** Two concepts may well share a word; whoever takes them in is told, since a search then finds both. */
function noteSameLabels(entries: readonly Entry[], remarks: Said['remarks']) {
  const first = new Map<string, string>()
  for (const { id, labels } of entries) {
    for (const { language, text, ...place } of labels) {
      const key = `${language} ${text.normalize('NFC').trim().toLowerCase()}`
      const other = first.get(key)
      if (other === undefined) first.set(key, id)
      else if (other !== id) remarks.note('same-label', place, `${text} (${other}, ${id})`)
    }
  }
}
