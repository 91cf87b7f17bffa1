/**
 * Global set-up of the tests that may need a database, one for all projects of a run. Listens for files that ask for one; the engine starts
 * with the first of them, so that files without a database never wait. How it is done stands in `cluster.ts`.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import type { NodeIdentity } from '../../packages/server/src/setup.ts'
import type {} from './provided.ts'

/** Each project of a run loads its set-up anew, in one process. */
const address = 'TEST_DATABASES_AT'

export default async function setup(project: TestProject) {
  const shared = process.env[address]
  if (shared) {
    project.provide('databases', shared)
    return undefined
  }
  let opened: Promise<ReturnType<typeof import('./cluster.ts').openCluster>> | undefined
  const cluster = () => {
    opened ??= import('./cluster.ts').then(({ openCluster }) => openCluster())
    return opened
  }

  const server = createServer(async (request, response) => {
    const asked = new URL(request.url ?? '/', 'http://localhost').searchParams
    try {
      const { copy, empty, drop } = await cluster()
      const done = asked.get('done')
      if (done !== null) response.end(await drop(done))
      else response.end(JSON.stringify(asked.has('empty') ? await empty() : await copy(identityIn(asked))))
    } catch (error) {
      response.writeHead(500).end(error instanceof Error ? error.stack : String(error))
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a TCP server has a port
  const own = `http://127.0.0.1:${port}`
  process.env[address] = own
  project.provide('databases', own)

  return async () => {
    delete process.env[address]
    server.closeAllConnections()
    server.close()
    // What could not be opened was told to the test that asked.
    const cluster = await opened?.catch(() => undefined)
    await cluster?.close()
  }
}

function identityIn(asked: URLSearchParams): NodeIdentity {
  const kind = asked.get('kind') === 'hub' ? 'hub' : 'national'
  return { id: asked.get('id') ?? (kind === 'hub' ? 'hub' : 'kz'), kind, demo: asked.get('demo') === 'true' }
}
