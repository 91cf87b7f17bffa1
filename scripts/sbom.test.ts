import { describe, expect, test } from 'vitest'
import { type Bom, completed } from './sbom.ts'
import { read } from './check/files.ts'
import { packagesOf } from './check/licences.ts'
import type { Lock } from './check/lockfile.ts'

const { packages: lock } = JSON.parse(read('package-lock.json')) as { packages: Lock }
const packages = packagesOf(lock)
const zod = packages.find(one => one.name === 'zod') ?? { version: 'none' }
const bom = (over: Partial<Bom['components'][number]> = {}): Bom => ({
  bomFormat: 'CycloneDX',
  specVersion: '1.5',
  metadata: { component: { name: 'a-folder' } },
  components: [{ name: 'zod', version: zod.version, ...over }],
})

describe('a list of parts', () => {
  test('says the licence of each, where npm said none', () => {
    const whole = completed(bom(), packages)
    expect(whole.components[0]?.licenses).toEqual([{ license: { name: 'MIT' } }])
    expect(whole.metadata.component.name).toBe('kerege')
  })
  test('keeps what npm said', () => {
    const said = [{ license: { id: 'MIT' } }]
    expect(completed(bom({ licenses: said }), packages).components[0]?.licenses).toBe(said)
  })
  test('is refused with a part that nobody knows, with a licence that may not ship, and empty', () => {
    expect(() => completed(bom({ name: 'nobody-knows' }), packages)).toThrow('nobody-knows')
    const closed = { name: 'closed', version: '1.0.0', licence: 'SEE LICENSE', ships: true }
    expect(() => completed(bom(), [...packages, closed])).toThrow('closed 1.0.0 ships')
    expect(() => completed({ ...bom(), components: [] }, packages)).toThrow()
  })
})
