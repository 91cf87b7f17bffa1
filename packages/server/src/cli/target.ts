/**
 * Which node a command is about: a real one by its configuration, or one of the demo region. Opens the engine where
 * the database is embedded, and lets go of it afterwards.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { embeddedUrls } from '../platform/embedded.ts'
import { type Configuration, demoMarker, loadConfiguration } from '../platform/config.ts'
import { type Engine, startEngine } from '../platform/engine.ts'
import type { DatabaseUrls } from '../platform/provision.ts'
import { readAddresses } from '../region/folder.ts'
import { demoConfiguration, demoFolder } from '../region/places.ts'
import type { NodeIdentity } from '../setup.ts'
import { type Io, misuse, Refusal } from './io.ts'

export const targetOptions = { config: { type: 'string' }, demo: { type: 'string' } } as const

export interface Target {
  readonly identity: NodeIdentity
  readonly configuration: Configuration
  /** `ownerUrl` is absent when the configuration does not name the owner. */
  readonly urls: Omit<DatabaseUrls, 'ownerUrl'> & Partial<Pick<DatabaseUrls, 'ownerUrl'>>
}

export async function withTarget<T>(
  options: { config?: string | undefined; demo?: string | undefined },
  io: Io,
  work: (target: Target) => Promise<T>,
): Promise<T> {
  if (options.config !== undefined && options.demo !== undefined) {
    throw new Refusal('Either --config or --demo, not both.', misuse)
  }
  if (options.demo !== undefined) return withDemo(options.demo, io, work)
  const configuration = loadConfiguration(options.config, io.env)
  const identity = { id: configuration.node.id, kind: configuration.node.kind, demo: false }
  return withUrls(configuration, urls => work({ identity, configuration, urls }))
}

/** The addresses of the configuration, or those of an engine in the data folder, which is handed over too. */
export async function withUrls<T>(
  configuration: Configuration,
  work: (urls: Target['urls'], engine?: Engine) => Promise<T>,
): Promise<T> {
  const { database } = configuration
  if (!database) return withEngine(configuration.dataDir, configuration.node.id, work)
  const { owner, server, auth, jobs } = database
  return work({ ...(owner ? { ownerUrl: owner } : {}), serverUrl: server, authUrl: auth, jobsUrl: jobs })
}

async function withDemo<T>(id: string, io: Io, work: (target: Target) => Promise<T>): Promise<T> {
  const folder = demoFolder(io.env)
  // Where it listened last; a region that found its ports taken stands elsewhere than usual.
  const address = (await readAddresses(folder))[id]
  const configuration = demoConfiguration(folder, id, address ? Number(new URL(address).port) : undefined)
  if (!configuration) throw new Refusal('The demo has the nodes hub, kz, uz, kg and tj.', misuse)
  if (!existsSync(join(folder, demoMarker)))
    throw new Refusal('There is no demo region yet; "npm start" makes one.')
  const identity = { id, kind: configuration.node.kind, demo: true }
  return withEngine(folder, id, urls => work({ identity, configuration, urls }))
}

async function withEngine<T>(
  folder: string,
  id: string,
  work: (urls: DatabaseUrls, engine: Engine) => Promise<T>,
): Promise<T> {
  const engine = await startEngine(folder)
  try {
    return await work(await embeddedUrls(engine.adminUrl, id), engine)
  } finally {
    await engine.stop()
  }
}
