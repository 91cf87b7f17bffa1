/**
 * Whether everything that ships may be given away under our licence, by anybody, without further duties than
 * naming the authors. Reads what is installed; for siblings of other platforms, what the lock says.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './files.ts'
import type { Lock, LockEntry } from './lockfile.ts'
import type { Fault } from './source.ts'

const allowed: ReadonlySet<string> = new Set([
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib'],
  ...['PostgreSQL', 'Python-2.0', 'Unlicense', 'CC0-1.0', 'WTFPL', 'OFL-1.1', 'CC-BY-4.0', 'Unicode-3.0'],
  // Binds changes to its own files only, which we do not make.
  'MPL-2.0',
])

interface Exception {
  readonly says: string
  readonly because: string
  /** Good enough for a tool, not for what ships. */
  readonly toolOnly?: true
}

/** Packages whose own words need a reader: what they say, and why it is good enough. */
const exceptions: Readonly<Record<string, Exception>> = {
  chainsaw: { says: 'MIT/X11', because: 'an older name of MIT' },
  buffers: {
    says: 'none stated',
    because: 'read by tests only, to open the spreadsheets that we write',
    toolOnly: true,
  },
  duck: { says: 'BSD', because: 'its LICENSE file is the text of BSD-2-Clause' },
  'png-js': { says: 'none stated', because: 'its LICENSE file is the text of MIT' },
  'dejavu-fonts-ttf': {
    says: 'SEE LICENSE IN README.md AND LICENSE',
    because: 'the Bitstream Vera licence: free to use, embed and pass on; the name binds changed fonts only',
  },
}

export interface Package {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly ships: boolean
}

/** Every package of the lock that is not ours, with the licence it states. */
export function packagesOf(lock: Lock): Package[] {
  return Object.entries(lock)
    .filter(([path, entry]) => path.includes('node_modules/') && !entry.link)
    .map(([path, entry]) => ({
      name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
      version: entry.version ?? '',
      licence: stated(path, entry),
      // `devOptional` is wanted by a tool and, optionally, by something that ships.
      ships: !entry.dev,
    }))
}

function stated(path: string, entry: LockEntry): string {
  const manifest = join(root, path, 'package.json')
  const installed = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
  const own: unknown = installed.license ?? installed.licenses ?? entry.license
  const names = (Array.isArray(own) ? own : [own]).map(one => (typeof one === 'string' ? one : one?.type))
  return names.filter(Boolean).join(' OR ') || 'none stated'
}

/** Reads an SPDX expression: of alternatives one must do, of parts all must. */
export function isAllowed(expression: string): boolean {
  const bare = expression.trim().replace(/^\(([^()]*)\)$/, '$1')
  const inner = /\(([^()]*)\)/.exec(bare)
  if (inner) return isAllowed(bare.replace(inner[0], isAllowed(inner[1] ?? '') ? 'MIT' : 'none'))
  if (/ OR /i.test(bare)) return bare.split(/ OR /i).some(isAllowed)
  if (/ AND /i.test(bare)) return bare.split(/ AND /i).every(isAllowed)
  return allowed.has(bare.replace(/ WITH .*$/, '').trim())
}

export function licenceFaults(packages: readonly Package[]): Fault[] {
  const faults = packages.flatMap(({ name, version, licence, ships }) => {
    const known = exceptions[name]
    const excused = known?.says === licence && !(known.toolOnly && ships)
    if (isAllowed(licence) || excused) return []
    const where = ships ? 'ships' : 'is used by developers'
    return [{ path: 'package-lock.json', says: `${name} ${version} ${where} under ${licence}` }]
  })
  const stale = Object.keys(exceptions).filter(name => !packages.some(one => one.name === name))
  return [...faults, ...stale.map(name => ({ path: 'scripts/check/licences.ts', says: `${name} is gone` }))]
}

/** One line for the report, so that exceptions stay in sight. */
export function licenceSummary(packages: readonly Package[]): string {
  const shipped = packages.filter(one => one.ships).length
  const list = Object.entries(exceptions).map(
    ([name, { says, because }]) => `\n    ${name} (${says}): ${because}`,
  )
  return `${shipped} packages ship, ${packages.length - shipped} are for developers${list.join('')}`
}
