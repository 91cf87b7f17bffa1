/** Whether a file gives away what belongs to one machine or one person: keys, tokens, registries, home folders. */
import type { Fault, Source } from './source.ts'

const givesAway: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a private key', /-----BEGIN [A-Z ]*PRIVATE KEY-----/],
  ['a secret of age', /\bAGE-SECRET-KEY-(PQ-)?1[A-Z0-9]{20}/],
  ['a secret part of a JSON Web Key', /"kty"[^}]*"d"\s*:\s*"[\w-]{20}/s],
  ['a token', /\b(ghp_\w{30}|github_pat_\w{30}|npm_\w{30}|glpat-\w{20}|xox[bp]-\w{10}|AKIA[0-9A-Z]{16})/],
  // Loopback, bare names and invented hosts are nobody's.
  [
    'a password in an address',
    /\b(postgres(ql)?|https?|smtps?):\/\/[^\s:/@'"`<>{}$]+:[^\s:/@'"`<>{}$]{6,}@(?!127\.|[\w.-]*example)[\w-]+\./,
  ],
  ['a registry', /\bregistry\.[\w-]+\.[a-z]/],
  ['a folder of one machine', /(?<![\w.])\/(root\b|(home|Users|work)\/[\w.])/],
]

/** Text that may look so, and why: `path: what`. Published test vectors carry published keys. */
export type Known = Readonly<Record<string, string>>

export function secretFaults(files: readonly Source[], known: Known = {}): Fault[] {
  return files.flatMap(({ path, text }) =>
    givesAway.flatMap(([what, pattern]) => {
      const found = pattern.exec(text)
      if (!found || `${path}: ${what}` in known) return []
      return [{ path, line: text.slice(0, found.index).split('\n').length, says: `shows ${what}` }]
    }),
  )
}
