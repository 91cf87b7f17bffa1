/**
 * The map of the code, and the rules that keep it true: who may import whom. The lists below are the map;
 * `packages/server/src/boundaries.test.ts` reads every import against them, type-only ones included.
 */
import { posix } from 'node:path'
import { type Fault, type Import, importsOf, type Source } from './source.ts'

/** A slice may use those before it, through their `index.ts`, and none after it. */
export const slices = [
  ...['access', 'audit'],
  ...['documents', 'tasks', 'approvals', 'notifications', 'jobs', 'administration'],
  ...['people', 'glass', 'services', 'figures', 'practices', 'lessons'],
  ...['cases', 'consents', 'casework', 'situation', 'entitlements', 'forms'],
  ...['assessments', 'plans', 'meetings', 'referrals', 'transfers', 'repatriation', 'rights', 'fhir'],
  ...['indicators', 'council', 'guidance', 'exchange'],
] as const

/** Absences that are the design: the region sees counts and methods, never persons. */
export const never: Readonly<Record<string, readonly string[]>> = {
  council: [
    'people',
    'cases',
    'casework',
    'forms',
    'assessments',
    'plans',
    'referrals',
    'repatriation',
    'rights',
  ],
  practices: ['people', 'cases', 'casework', 'forms'],
  figures: ['people', 'cases', 'casework', 'forms'],
  services: ['people'],
  // Words on their way to the library, about nobody: whoever hands them over knows of whom they were not to speak.
  lessons: ['people', 'cases', 'casework', 'forms'],
  // What the Council recommends is about everybody: it never learns of whom somebody was thinking.
  guidance: ['people', 'cases', 'casework', 'forms', 'council'],
}

/** Inside the server each layer may use those after it in this list. Files beside `main.ts` are its layer. */
const layers = ['main', 'http', 'slices', 'platform'] as const
type Layer = (typeof layers)[number]

const packageNames: Readonly<Record<string, string>> = {
  '@kerege/contract': 'contract',
  '@kerege/server': 'server',
  '@kerege/web': 'web',
}

/** Packages that a package may name. */
const reach: Readonly<Record<string, readonly string[]>> = {
  contract: ['contract'],
  server: ['server', 'contract'],
  web: ['web', 'contract'],
}

/** The only packages of others that shapes and rules stand on: zod, and Snowball's stemmers, which are pure. */
const contractDependencies: readonly string[] = ['zod', '@orama']

/**
 * Only `exchange` talks to other servers. Libraries that do so by themselves are named by one file each, which says whom it calls and hands
 * its line on: `access` signs people in by an identity provider without a word of the network.
 */
const callsOut: Readonly<Record<string, string>> = {
  'openid-client': 'packages/server/src/platform/identityProvider.ts',
  aws4fetch: 'packages/server/src/platform/objectStore.ts',
}
const network = /^(node:)?(https?|http2|net|tls|dgram|undici)$/

export const isTest = (path: string) => /\.(test|bench)\.tsx?$|\/testing\//.test(path)

const packageOf = (path: string) => /^packages\/([^/]+)\//.exec(path)?.[1]

function layerOf(path: string): Layer {
  const folder = /^packages\/server\/src\/([^/]+)\//.exec(path)?.[1]
  return layers.find(layer => layer === folder) ?? 'main'
}

const sliceOf = (path: string) => /^packages\/server\/src\/slices\/([^/]+)/.exec(path)?.[1]

/** Where an import leads, as a path of the repository; `undefined` for packages of others. */
function targetOf(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier)
  const name = specifier.split('/').slice(0, 2).join('/')
  const own = packageNames[name]
  return own ? `packages/${own}/src/${specifier.slice(name.length + 1) || 'index.ts'}` : undefined
}

export function boundaryFaults(sources: readonly Source[]): Fault[] {
  return sources.flatMap(source => {
    if (!packageOf(source.path)) return []
    const misplaced = sliceFault(source.path)
    const faults = importsOf(source).flatMap(one => {
      const says = faultOf(source.path, one)
      return says ? [{ path: source.path, line: one.line, says }] : []
    })
    return misplaced ? [{ path: source.path, says: misplaced }, ...faults] : faults
  })
}

function sliceFault(path: string): string | undefined {
  const slice = sliceOf(path)
  if (slice === undefined || slices.some(name => name === slice)) return undefined
  return `\`${slice}\` is not on the map of slices`
}

function faultOf(from: string, { specifier }: Import): string | undefined {
  const own = packageOf(from)
  const target = targetOf(from, specifier)
  if (target === undefined) return isTest(from) ? undefined : foreignFault(from, specifier)

  const other = packageOf(target)
  if (other === undefined) {
    return isTest(from) ? undefined : `what ships may not import ${target}`
  }
  if (own && !reach[own]?.includes(other)) return `${own} may not know ${other} (${specifier})`
  if (own !== other && specifier.startsWith('.')) return `name the package instead of the path ${specifier}`
  // Tests look at the whole through its doors, so the order of layers and slices does not bind them.
  if (own !== 'server' || isTest(from) || other !== 'server') return undefined
  if (isTest(target)) return `what ships may not import the test ${target}`
  return layerFault(from, target)
}

function foreignFault(from: string, specifier: string): string | undefined {
  if (packageOf(from) === 'contract' && !contractDependencies.includes(specifier.split('/')[0] ?? '')) {
    return `contract stands on ${contractDependencies.join(', ')} alone, not on ${specifier}`
  }
  const only = callsOut[specifier.split('/')[0] ?? '']
  if (only !== undefined && from !== only) return `only ${only} may call by ${specifier}`
  const slice = sliceOf(from)
  if (slice && slice !== 'exchange' && network.test(specifier)) {
    return `only exchange talks to other servers, ${slice} may not import ${specifier}`
  }
  return undefined
}

function layerFault(from: string, target: string): string | undefined {
  const own = layerOf(from)
  const other = layerOf(target)
  if (layers.indexOf(other) < layers.indexOf(own)) return `${own} may not import ${other} (${target})`

  const theirs = sliceOf(target)
  const ours = sliceOf(from)
  if (theirs === undefined || theirs === ours) return undefined
  if (target !== `packages/server/src/slices/${theirs}/index.ts`) {
    return `use ${theirs} through its index.ts, not ${target}`
  }
  if (ours === undefined) return undefined
  if (never[ours]?.includes(theirs)) return `${ours} must never know ${theirs}`
  const order: readonly string[] = slices
  if (order.indexOf(theirs) > order.indexOf(ours)) return `${ours} stands before ${theirs} and may not use it`
  return undefined
}
