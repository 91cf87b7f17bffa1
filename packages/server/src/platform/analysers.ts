/** Analysers that were opened lately, by what names their concepts for good: opening one stems some thousands of labels. */
import type { Concept } from '@kerege/contract/analysis/thesaurus/concepts'
import { type Analyser, openAnalyser } from '@kerege/contract/analysis/thesaurus/expand'

/** A few, since several nodes may share a process, and a change is read while the one before is still in use. */
export function rememberingAnalysers(most = 4) {
  const known = new Map<string, Analyser>()
  return async (name: string, read: () => Promise<readonly Concept[]>): Promise<Analyser> => {
    const old = known.get(name)
    if (old) return old
    const analyser = openAnalyser(await read())
    const [first] = known.keys()
    if (known.size >= most && first !== undefined) known.delete(first)
    known.set(name, analyser)
    return analyser
  }
}
