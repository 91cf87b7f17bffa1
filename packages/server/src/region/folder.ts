/**
 * The demo's data folder. Its marker is the licence to open it as a demo and to throw it away; a real node refuses
 * a folder that carries it.
 */
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { demoMarker } from '../platform/config.ts'
import { attachEngine } from '../platform/engine.ts'

/** @throws when the folder holds something that the demo did not make */
export async function claimFolder(folder: string): Promise<void> {
  if (existsSync(join(folder, demoMarker))) return
  const found = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (found.length > 0) {
    throw new Error(`The demo needs a folder of its own, and ${folder} holds something else.`)
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await writeFile(join(folder, demoMarker), `${JSON.stringify({ invented: true })}\n`, { mode: 0o600 })
}

/**
 * Throws the folder away.
 * @returns false when there is none
 * @throws when it is not one of the demo, or the region runs
 */
export async function removeFolder(folder: string): Promise<boolean> {
  if (!existsSync(folder)) return false
  if (!existsSync(join(folder, demoMarker))) {
    throw new Error(`${folder} was not made by the demo, so it stays as it is.`)
  }
  const engine = await attachEngine(folder)
  if (engine && !engine.owned) {
    await engine.stop()
    throw new Error('The region runs on this data: end it first.')
  }
  await engine?.stop()
  // The marker goes last: what is left after an interrupted round can still be thrown away.
  for (const entry of await readdir(folder)) {
    if (entry !== demoMarker) await rm(join(folder, entry), { recursive: true, force: true })
  }
  await rm(folder, { recursive: true, force: true })
  return true
}

const Addresses = z.record(z.string(), z.url())
const addressesFile = (folder: string) => join(folder, 'addresses.json')

/** By the ids of the nodes; kept for whoever starts the region a second time. */
export const writeAddresses = (folder: string, addresses: z.infer<typeof Addresses>) =>
  writeFile(addressesFile(folder), `${JSON.stringify(addresses)}\n`)

export async function readAddresses(folder: string): Promise<z.infer<typeof Addresses>> {
  const text = await readFile(addressesFile(folder), 'utf8').catch(() => '{}')
  // A list is of a start before the addresses were kept by their ids: the next start writes them.
  return Addresses.safeParse(JSON.parse(text)).data ?? {}
}
