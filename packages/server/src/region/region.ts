/**
 * The region in a box: a hub and four national nodes in one process, each with a database, roles, keys and folder
 * of its own on one engine. Nothing here is known to a node: they are built like real ones and meet by HTTP only.
 */
import type { Server } from 'node:http'
import type { Start } from '@kerege/contract/access/schema'
import { type ListeningNode, type NodeOptions, nodeKeyText, startNode } from '../main.ts'
import { type Engine, startEngine } from '../platform/engine.ts'
import type { Configuration } from '../platform/config.ts'
import { embeddedUrls } from '../platform/embedded.ts'
import { openLog } from '../platform/log.ts'
import { openPlaces } from '../platform/places.ts'
import { nodeFacts } from '../platform/profile.ts'
import type { DatabaseUrls } from '../platform/provision.ts'
import { prepareDatabase } from '../setup.ts'
import { openDoor } from './door.ts'
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
  /** Known from the first moment, in the order of the ports; each answers, and by its node as soon as that is there. */
  readonly addresses: readonly { readonly place: RegionPlace; readonly url: string }[]
  /** Resolves when every node is there. */
  readonly nodes: Promise<readonly RegionNode[]>
  /** Resolves when every node is filled. */
  readonly filled: Promise<void>
  /** Resolves when PostgreSQL ended by itself. */
  readonly lost: Promise<void>
  stop(): Promise<void>
}

/**
 * Resolves when the hub is there, where one begins; the others follow.
 * @throws when the folder is not the demo's, or the region runs on it already
 */
export async function startRegion(options: RegionOptions): Promise<Region> {
  await claimFolder(options.folder)
  const engine = await startEngine(options.folder)
  const started: RegionNode[] = []
  const doors: Server[] = []
  let opening: readonly Promise<RegionNode>[] = []
  let stopping: Promise<void> | undefined
  const stop = () => {
    // Whoever is on the way is waited for, so that nobody opens after the others were ended.
    stopping ??= Promise.allSettled(opening)
      .then(() => Promise.all(started.map(node => node.running.stop())))
      .then(() => {
        for (const door of doors) door.close().closeAllConnections()
        return engine.stop()
      })
    return stopping
  }
  try {
    if (!engine.owned) throw await alreadyRuns(options.folder)
    const places = options.places ?? regionPlaces
    const ports = await freePorts(options.firstPort, regionPlaces.length)
    const sites = places.map(place => siteOf(options.folder, place, ports[regionPlaces.indexOf(place)] ?? 0))
    const addresses = sites.map(({ place, configuration }) => ({ place, url: configuration.publicUrl }))
    await writeAddresses(
      options.folder,
      Object.fromEntries(addresses.map(({ place, url }) => [place.id, url])),
    )
    // One after the other, for each wants every core: the hub, the page that is read there and the other nodes, whom they show.
    const hubIsThere = Promise.withResolvers<unknown>()
    const web = hubIsThere.promise.then(options.web)
    // Heard by whoever awaits that everything is filled.
    web.catch(() => undefined)
    const page = openStartPage(options, sites, started)
    const keys = await nodeKeys(options.folder)
    const hubAt = ports[regionPlaces.findIndex(place => place.kind === 'hub')] ?? 0
    for (const { configuration } of sites) {
      doors.push(await openDoor(configuration.listen.host, configuration.listen.port))
    }
    const openOne = async (site: Site, at: number) => {
      const door = doors[at]
      if (!door) throw new TypeError(`${site.place.id} has no door`)
      const node = await open(site, engine, web, door, page.show, wires(site.place, keys, hubAt))
      started.push(node)
      return node
    }
    const turn = openPlaces(atOnce)
    opening = sites.map((site, at) =>
      at === 0 ? openOne(site, at) : hubIsThere.promise.then(() => turn(() => openOne(site, at))),
    )
    const nodes = Promise.all(opening)
    nodes.catch(() => undefined)
    hubIsThere.resolve(opening[0])
    await hubIsThere.promise
    const filled = Promise.all([nodes, web])
      .then(([all]) => Promise.all(all.map(node => fill(node, options, page.progress))))
      .then(() => undefined)
    // Whoever awaits it hears of it; nobody has to.
    filled.catch(() => undefined)
    return { addresses, nodes, filled, lost: engine.lost, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** How many nodes are prepared side by side, when the hub is there: each has a core to itself, and another in PostgreSQL. */
const atOnce = 2

interface Site {
  readonly place: RegionPlace
  readonly configuration: Configuration
}

function siteOf(folder: string, place: RegionPlace, port: number): Site {
  const configuration = demoConfiguration(folder, place.id, port)
  if (!configuration) throw new TypeError(`${place.id} is no node of the region`)
  return { place, configuration }
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
  { place, configuration }: Site,
  engine: Engine,
  web: Promise<string>,
  door: Server,
  startPage: () => Promise<Start>,
  wiring: Pick<NodeOptions, 'hub' | 'memberNodes'>,
): Promise<RegionNode> {
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
  const running = await startNode({ ...built, door })
  return { place, urls, running, turned: () => turnedNode(built) }
}

function openStartPage({ filler }: RegionOptions, sites: readonly Site[], started: readonly RegionNode[]) {
  const progress = new Map<string, number>()
  const show = async (): Promise<Start> => ({
    nodes: sites.map(({ place, configuration }) => {
      const share = progress.get(place.id) ?? 0
      const isThere = started.some(node => node.place === place)
      return {
        node: nodeFacts(configuration.node, true).info,
        url: configuration.publicUrl,
        ready: share === 1,
        progress: share,
        doors: isThere ? filler.doors(place.id) : [],
      }
    }),
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
