/** The five nodes of the demo region: what they are, where their data stand and what they would be configured as. */
import { join, resolve } from 'node:path'
import { builtWebFolder, type Configuration } from '../platform/config.ts'

export interface RegionPlace {
  readonly id: string
  /** As the start lines call it. */
  readonly label: string
  readonly kind: 'national' | 'hub'
}

/** In the order of their ports. */
export const regionPlaces: readonly RegionPlace[] = [
  { id: 'hub', label: 'hub', kind: 'hub' },
  { id: 'kz', label: 'KZ', kind: 'national' },
  { id: 'uz', label: 'UZ', kind: 'national' },
  { id: 'kg', label: 'KG', kind: 'national' },
  { id: 'tj', label: 'TJ', kind: 'national' },
]

/** The hub and the states of these ids, in the order of their ports; `undefined` when one of them is not of the region. */
export function placesOf(states: readonly string[]): RegionPlace[] | undefined {
  const known = regionPlaces.filter(({ kind, id }) => kind === 'national' && states.includes(id))
  return known.length === new Set(states).size
    ? [...regionPlaces.filter(({ kind }) => kind === 'hub'), ...known]
    : undefined
}

export const firstPort = 4000

const root = resolve(import.meta.dirname, '../../../..')

export const demoFolder = (env: Readonly<Record<string, string | undefined>>): string =>
  resolve(env.KEREGE_DATA || join(root, '.data/region'))

/** A node of the region in the words of a real one; `undefined` when the region has none of that id. */
export function demoConfiguration(folder: string, id: string, port = firstPort): Configuration | undefined {
  const place = regionPlaces.find(one => one.id === id)
  if (!place) return undefined
  const dataDir = join(folder, 'nodes', id)
  return {
    node: { id, kind: place.kind, profile: id },
    publicUrl: `http://localhost:${port}`,
    listen: { host: '127.0.0.1', port },
    trustedProxies: [],
    memberNodes: [],
    dataDir,
    masterKeyFile: join(dataDir, 'master.key'),
    webDir: builtWebFolder,
    pace: 1,
    log: { requests: false },
  }
}
