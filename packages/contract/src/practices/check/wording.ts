/** Words that label somebody, found in all their forms, with better ones. */
import type { Found } from './finding.ts'
import { phraseAt } from './patterns.ts'
import type { Reading } from './reading.ts'

export function wordingsIn(reading: Reading): Found[] {
  const { words, people, of } = reading
  const found: Found[] = []
  for (let at = 0; at < words.length; at++) {
    const hit = phraseAt(of.wordings, words, at, people[at] ?? false)
    if (!hit) continue
    const { code, severity, instead } = hit.of
    found.push({
      kind: 'wording',
      severity,
      code,
      from: words[at]?.from ?? 0,
      to: words[hit.end]?.to ?? 0,
      suggestion: instead,
    })
    at = hit.end
  }
  return found
}
