/**
 * Keys to the doors of a region for the invented people who have one: a password, set as the node itself sets it, and an authenticator,
 * set up at the node's own door. Made for each of them when somebody first comes in as them.
 */
import type { RunningNode } from '../../packages/server/src/main.ts'
import { openKeys } from '../../packages/server/src/platform/masterKey.ts'
import { embeddedUrls } from '../../packages/server/src/platform/embedded.ts'
import { attachEngine } from '../../packages/server/src/platform/engine.ts'
import { demoConfiguration } from '../../packages/server/src/region/places.ts'
import { openAuthPool, openSignIn } from '../../packages/server/src/slices/access/index.ts'
import { browser, cheap, enrol, password } from '../../packages/server/src/slices/access/testing/browser.ts'
import { type Owner, oneByOne } from './door.ts'
import { type Place, emailOf, nodeOf } from './region.ts'

export interface Owners {
  owner(node: string, role: string): Promise<Owner>
  close(): Promise<void>
}

export function openOwners(region: Place): Owners {
  const engine = attachEngine(region.folder)
  const nodes = new Map<string, ReturnType<typeof open>>()
  const owners = new Map<string, Promise<Owner>>()

  async function open(id: string) {
    const { url } = nodeOf(region, id)
    const configuration = demoConfiguration(region.folder, id)
    const adminUrl = (await engine)?.adminUrl
    if (!configuration || !adminUrl) throw new Error(`The region has no node ${id} that runs.`)
    const pool = openAuthPool((await embeddedUrls(adminUrl, id)).authUrl, 1)
    const { auth: secrets, hashes } = await openKeys(configuration.masterKeyFile)
    return {
      pool,
      signIn: openSignIn({ pool, secrets, hashes, baseUrl: url, nodeId: id, absoluteHours: 12 }),
    }
  }

  async function make(node: string, email: string): Promise<Owner> {
    const opened = nodes.get(node) ?? open(node)
    nodes.set(node, opened)
    const { signIn } = await opened
    await signIn.setPassword(await signIn.ensureUser(email, email), password, cheap)
    const app = await enrol(browser({ app: reached(nodeOf(region, node).url) }), { email }, 'early')
    return { email, code: oneByOne(app) }
  }

  return {
    owner(node, role) {
      const email = emailOf(region, node, role)
      const made = owners.get(email) ?? make(node, email)
      owners.set(email, made)
      return made
    },
    async close() {
      for (const opened of nodes.values()) await (await opened).pool.end()
      await (await engine)?.stop()
    },
  }
}

/** A node that is reached over the line, for who knocks as at one in this process. */
const reached = (url: string) =>
  ({
    request: (path: string, init: RequestInit) => fetch(new URL(path, url), init),
  }) as unknown as RunningNode['app']
