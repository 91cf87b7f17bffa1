/**
 * The region in a box: a hub and four national nodes in one process, each with a database, roles, keys and folder
 * of its own on one engine. Nothing here is known to a node: they are built like real ones and meet by HTTP only.
 */
import type { Start } from '@kerege/contract/access/schema'
import { type ListeningNode, type NodeOptions, nodeKeyText, startNode } from '../main.ts'
import { type Engine, startEngine } from '../platform/engine.ts'
import { embeddedUrls } from '../platform/embedded.ts'
import { openLog } from '../platform/log.ts'
import { nodeFacts } from '../platform/profile.ts'
import type { DatabaseUrls } from '../platform/provision.ts'
import { prepareDatabase } from '../setup.ts'
import { claimFolder, readAddresses, writeAddresses } from './folder.ts'
import { demoConfiguration, type RegionPlace, regionPlaces } from './places.ts'
import { freePorts } from './ports.ts'
import { type TurnedNode, turnedNode } from './turned.ts'

export interface RegionNode {
  readonly place: RegionPlace
  readonly urls: DatabaseUrls
  readonly running: ListeningNode
  /** The same node with a clock of its own, for a demo whose history has days of its own. */
  readonly turned: () => Promise<TurnedNode>
}

type Doors = Start['nodes'][number]['doors']

/** Invented people, from outside: the region itself knows none. */
export interface Filler {
  /** Called at each start, when the doors are open; brings what is there up to today. */
  fill(node: RegionNode, onProgress: (share: number) => void): Promise<void>
  doors(id: string): Doors
}

export interface RegionOptions {
  folder: string
  firstPort: number
  /** Which nodes; all when absent. Each keeps the port and the keys that it has in the whole region. */
  places?: readonly RegionPlace[]
  /** Folder of the built web app, asked for when the doors are open; it may take a while. */
  web: () => Promise<string>
  filler: Filler
  onProgress: (place: RegionPlace, share: number) => void
}

export interface Region {
  readonly nodes: readonly RegionNode[]
  /** Resolves when every node is filled. */
  readonly filled: Promise<void>
  /** Resolves when PostgreSQL ended by itself. */
  readonly lost: Promise<void>
  stop(): Promise<void>
}

/** @throws when the folder is not the demo's, or the region runs on it already */
export async function startRegion(options: RegionOptions): Promise<Region> {
  await claimFolder(options.folder)
  const engine = await startEngine(options.folder)
  const started: RegionNode[] = []
  let stopping: Promise<void> | undefined
  const stop = () => {
    stopping ??= Promise.all(started.map(node => node.running.stop())).then(() => engine.stop())
    return stopping
  }
  try {
    if (!engine.owned) throw await alreadyRuns(options.folder)
    // One after the other, for each wants every core: addresses, the page that is read there, and whom it shows.
    const doorsOpen = Promise.withResolvers<void>()
    const web = doorsOpen.promise.then(options.web)
    // Heard by whoever awaits that everything is filled.
    web.catch(() => undefined)
    const places = options.places ?? regionPlaces
    const ports = await freePorts(options.firstPort, regionPlaces.length)
    const page = openStartPage(options, started)
    const keys = await nodeKeys(options.folder)
    const hubAt = ports[regionPlaces.findIndex(place => place.kind === 'hub')] ?? 0
    const opened = await Promise.allSettled(
      places.map(async place => {
        const port = ports[regionPlaces.indexOf(place)] ?? 0
        started.push(await open(place, options, engine, web, port, page.show, wires(place, keys, hubAt)))
      }),
    )
    // All are waited for, so that none opens after the others were ended.
    const failed = opened.find(one => one.status === 'rejected')
    if (failed) throw failed.reason
    doorsOpen.resolve()
    const nodes = regionPlaces.flatMap(place => started.filter(node => node.place === place))
    await writeAddresses(
      options.folder,
      Object.fromEntries(nodes.map(({ place, running }) => [place.id, running.url])),
    )
    const filled = web
      .then(() => Promise.all(nodes.map(node => fill(node, options, page.progress))))
      .then(() => undefined)
    // Whoever awaits it hears of it; nobody has to.
    filled.catch(() => undefined)
    return { nodes, filled, lost: engine.lost, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

async function alreadyRuns(folder: string): Promise<Error> {
  const [first] = Object.values(await readAddresses(folder))
  return new Error(`The region already runs on this data${first ? `: open ${first}` : ''}.`)
}

type NodeKeys = ReadonlyMap<string, string>

/** Each node knows the other side by its key, as operators would have told it. */
async function nodeKeys(folder: string): Promise<NodeKeys> {
  const keys = await Promise.all(
    regionPlaces.map(async ({ id }) => {
      const configuration = demoConfiguration(folder, id)
      return configuration ? ([[id, await nodeKeyText(id, configuration.masterKeyFile)]] as const) : []
    }),
  )
  return new Map(keys.flat())
}

/** How often a node of the demo looks at its hub: those who try it out do not wait for five minutes. */
const demoLookSeconds = 20

const wires = (
  place: RegionPlace,
  keys: NodeKeys,
  hubAt: number,
): Pick<NodeOptions, 'hub' | 'memberNodes'> =>
  place.kind === 'hub'
    ? {
        memberNodes: regionPlaces
          .filter(one => one.kind === 'national')
          .map(one => ({ party: one.id.toUpperCase(), key: keys.get(one.id) ?? '' })),
      }
    : {
        hub: {
          url: `http://127.0.0.1:${hubAt}`,
          key: keys.get('hub') ?? '',
          everySeconds: demoLookSeconds,
        },
      }

async function open(
  place: RegionPlace,
  options: RegionOptions,
  engine: Engine,
  web: Promise<string>,
  port: number,
  startPage: () => Promise<Start>,
  wiring: Pick<NodeOptions, 'hub' | 'memberNodes'>,
): Promise<RegionNode> {
  const configuration = demoConfiguration(options.folder, place.id, port)
  if (!configuration) throw new TypeError(`${place.id} is no node of the region`)
  const urls = await embeddedUrls(engine.adminUrl, place.id)
  await prepareDatabase(urls, { id: place.id, kind: place.kind, demo: true }).catch((error: Error) => {
    throw new Error(`${error.message} "npm run demo:reset" starts the demo over.`, { cause: error })
  })
  const { info, session, profile } = nodeFacts(configuration.node, true)
  const built: NodeOptions = {
    info,
    profile,
    session,
    baseUrl: configuration.publicUrl,
    urls,
    dataDir: configuration.dataDir,
    masterKeyFile: configuration.masterKeyFile,
    webDir: web,
    // Lines of every request would bury the addresses that a newcomer has to find.
    log: openLog({ node: place.id, requests: configuration.log.requests }),
    startPage,
    ...wiring,
    poolSize: 6,
  }
  const running = await startNode({ ...built, host: configuration.listen.host, port })
  return { place, urls, running, turned: () => turnedNode(built) }
}

function openStartPage(options: RegionOptions, started: readonly RegionNode[]) {
  const progress = new Map<string, number>()
  const show = async (): Promise<Start> => ({
    nodes: regionPlaces.flatMap(place =>
      started
        .filter(node => node.place === place)
        .map(({ running }) => {
          const share = progress.get(place.id) ?? 0
          const doors = options.filler.doors(place.id)
          return { node: running.node.info, url: running.url, ready: share === 1, progress: share, doors }
        }),
    ),
  })
  return { show, progress }
}

async function fill(node: RegionNode, { filler, onProgress }: RegionOptions, progress: Map<string, number>) {
  const tell = (share: number) => {
    progress.set(node.place.id, share)
    onProgress(node.place, share)
  }
  await filler.fill(node, share => tell(Math.min(share, 0.99)))
  tell(1)
}
