/**
 * `npm run sbom`: everything that ships, with version, digest and licence, as CycloneDX. npm writes it from the lock file; here it is
 * refused when a licence is missing or may not ship, so that a list which is handed over can be relied on.
 *
 *   npm run sbom                 to the screen
 *   npm run sbom -- FILE         into a file
 */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { read, root } from './check/files.ts'
import { licenceFaults, type Package, packagesOf } from './check/licences.ts'
import type { Lock } from './check/lockfile.ts'

interface Component {
  name: string
  version: string
  licenses?: unknown[]
}
export interface Bom {
  bomFormat: string
  specVersion: string
  metadata: { component: { name: string } }
  components: Component[]
}

/** Licences that npm left out are filled in from what the packages say of themselves. @throws for one that has none or may not ship */
export function completed(bom: Bom, packages: readonly Package[]): Bom {
  if (bom.bomFormat !== 'CycloneDX' || bom.components.length === 0)
    throw new Error('This is no list of parts.')
  const faults = licenceFaults(packages).map(fault => fault.says)
  if (faults.length > 0) throw new Error(faults.join('\n'))
  const stated = new Map(packages.map(one => [`${one.name}@${one.version}`, one.licence]))
  const components = bom.components.map(component => {
    if (component.licenses && component.licenses.length > 0) return component
    const licence = stated.get(`${component.name}@${component.version}`)
    if (!licence) throw new Error(`${component.name} ${component.version} states no licence.`)
    return { ...component, licenses: [{ license: { name: licence } }] }
  })
  // npm names the whole by the folder that it lies in.
  const component = { ...bom.metadata.component, name: 'kerege' }
  return { ...bom, metadata: { ...bom.metadata, component }, components }
}

function listed(): Bom {
  const args = ['sbom', '--sbom-format', 'cyclonedx', '--omit', 'dev', '--package-lock-only']
  const npm = process.env['npm_execpath']
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 })
    : spawnSync('npm', args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20 })
  if (run.status !== 0) throw new Error(`npm could not list the parts: ${run.stderr || run.error?.message}`)
  return JSON.parse(run.stdout) as Bom // npm's own format, looked at by `completed`
}

if (import.meta.main) {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Lock }
  // Our own parts are the whole, not parts of others.
  const ours = (name: string) => name.startsWith('@kerege/')
  const bom = listed()
  const others = { ...bom, components: bom.components.filter(one => !ours(one.name)) }
  const text = `${JSON.stringify(completed(others, packagesOf(packages)), null, 2)}\n`
  const file = process.argv[2]
  if (file) {
    writeFileSync(file, text)
    process.stdout.write(`${others.components.length} parts, each with its licence: ${file}\n`)
  } else process.stdout.write(text)
}
