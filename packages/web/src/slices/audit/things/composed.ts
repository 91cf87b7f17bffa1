/**
 * An entry of the log in words that are put together: about what it is, and what kind of step it was. For the many actions that have no sentence of their
 * own. A step that changed something keeps its code behind it, since a kind is less than the step; reading is what it says.
 */

/** The first that fits names the kind. */
const kinds = [
  [
    'file',
    /^(file|file-read|downloaded|digest-downloaded|attachment-taken|form-taken|sheet-taken|taken-out|calendar|receipt)$/,
  ],
  ['import', /^(import-previewed|imported|brought|scan-kept|mapped|matched)$/],
  ['list', /^(.+-)?listed$/],
  ['read', /^((.+-)?read|listened)$/],
  ['search', /^searched$/],
  ['count', /^counted$/],
  ['answer', /^((.+-)?answered)$/],
  ['check', /^((.+-)?(checked|reviewed)|check-done)$/],
  ['give', /^(published|circulated|given-out|issued|told|lessons-offered)$/],
  ['decide', /^((.+-)?(decided|approved|adopted|confirmed|settled|agreed|chosen)|verdict|list-frozen)$/],
  ['ask', /^((.+-)?(asked|proposed|invited|nominated|suggested|submitted|appealed))$/],
  [
    'end',
    /^((.+-)?(withdrawn|removed|ended|dropped|revoked|left|retracted|taken-back|undone|archived|declined|given-back)|sent-back)$/,
  ],
  [
    'change',
    /^((.+-)?(changed|moved|placed|numbered|extended|restarted|revised|rewritten|set|corrected|ordered|stepped|marked))$/,
  ],
  [
    'write',
    /^((.+-)?(added|made|written|saved|drafted|redrafted|planned|filed|entered|joined|opened|stored|noted|registered|stated|said|voted|objected|recorded|commented|cited|kept|used|reported))$/,
  ],
] as const
type Kind = (typeof kinds)[number][0] | 'do'

const bare: ReadonlySet<Kind> = new Set(['file', 'list', 'read', 'search', 'count'])

/** Slices name their entries now after one thing, now after several. */
const plurals: Readonly<Record<string, string>> = {
  bodies: 'body',
  parties: 'party',
  curricula: 'curriculum',
}
const keptWhole = new Set(['training-gaps', 'training-lessons', 'training-needs', 'thesaurus'])

function thingOf(word: string): string {
  const known = plurals[word]
  if (known) return known
  if (keptWhole.has(word) || !word.endsWith('s')) return word
  return word.replace(/(?<=[sxz]|[cs]h)es$|s$/, '')
}

export interface Composed {
  thing: string
  kind: Kind
  /** Whether the words say all that the code says. */
  whole: boolean
}

export function composedOf(action: string): Composed {
  const [word = '', step = ''] = action.split('.')
  const kind = kinds.find(([, steps]) => steps.test(step))?.[0] ?? 'do'
  return { thing: thingOf(word), kind, whole: bare.has(kind) }
}
