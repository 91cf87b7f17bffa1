/**
 * Whether `npm ci` will install the same thing everywhere: exact versions, a lock entry for every platform's
 * sibling (a brand-new release can lack one, and then the install is refused), and no trace of a registry.
 */
import { read } from './files.ts'
import type { Fault } from './source.ts'

export interface LockEntry {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
  readonly license?: string
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

export type Lock = Readonly<Record<string, LockEntry>>

export const readLock = (): Lock => JSON.parse(read('package-lock.json')).packages

const groups = ['dependencies', 'devDependencies', 'optionalDependencies'] as const
const exact = /^\d+\.\d+\.\d+(-[\w.]+)?$/

export function lockfileFaults(lock: Lock, manifests: Readonly<Record<string, LockEntry>>): Fault[] {
  return [...entryFaults(lock), ...manifestFaults(lock, manifests)]
}

/** The workspaces by the path under which the lock knows them; the root is `''`. */
export function readManifests(lock: Lock): Record<string, LockEntry> {
  const own = Object.keys(lock).filter(path => !path.includes('node_modules'))
  return Object.fromEntries(
    own.map(path => [path, JSON.parse(read(`${path ? `${path}/` : ''}package.json`))]),
  )
}

function entryFaults(lock: Lock): Fault[] {
  const fault = (says: string): Fault => ({ path: 'package-lock.json', says })
  return Object.entries(lock).flatMap(([path, entry]) => {
    const foreign = path.includes('node_modules') && !entry.link
    return [
      ...(foreign && !entry.integrity ? [fault(`${path} has no checksum`)] : []),
      ...(entry.resolved?.includes(':') ? [fault(`${path} names where it came from`)] : []),
      ...Object.keys(entry.optionalDependencies ?? {})
        .filter(name => !isLocked(lock, path, name))
        .map(name => fault(`${path || 'the root'} may need ${name}, which has no entry`)),
    ]
  })
}

/** Looks for a package where Node would: below the one that names it, then in each folder above. */
function isLocked(lock: Lock, from: string, name: string): boolean {
  const steps = from.split('/node_modules/')
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const above = steps.slice(0, depth).join('/node_modules/')
    if (`${above ? `${above}/` : ''}node_modules/${name}` in lock) return true
  }
  return false
}

function manifestFaults(lock: Lock, manifests: Readonly<Record<string, LockEntry>>): Fault[] {
  return Object.entries(manifests).flatMap(([folder, manifest]) => {
    const path = `${folder ? `${folder}/` : ''}package.json`
    return groups.flatMap(group =>
      Object.entries(manifest[group] ?? {}).flatMap(([name, version]) => {
        const locked = lock[folder]?.[group]?.[name]
        return [
          ...(exact.test(version) ? [] : [{ path, says: `${name} ${version} is not an exact version` }]),
          ...(locked === version
            ? []
            : [{ path, says: `${name} ${version} is ${locked ?? 'not'} in the lock` }]),
        ]
      }),
    )
  })
}
