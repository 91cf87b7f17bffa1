/** Global set-up of the journeys: one region for the run, started when the first journey asks for it, and keys for its people when they are. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { attachEngine } from '../../packages/server/src/platform/engine.ts'
import { plansKept, runSql } from './cluster.ts'
import type {} from './provided.ts'
import type { Owners } from './owners.ts'
import { type RunningRegion, startRegion } from './region.ts'

async function withPlansKept(region: RunningRegion): Promise<RunningRegion> {
  const engine = await attachEngine(region.folder)
  if (engine) await runSql(engine.adminUrl, plansKept)
  await engine?.stop()
  return region
}

export default async function setup(project: TestProject) {
  let started: Promise<RunningRegion> | undefined
  let opened: Promise<Owners> | undefined
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost')
    try {
      started ??= startRegion().then(withPlansKept)
      const { nodes, folder } = await started
      const owner = async () => {
        opened ??= import('./owners.ts').then(({ openOwners }) => openOwners({ nodes, folder }))
        return (await opened).owner(searchParams.get('node') ?? '', searchParams.get('role') ?? '')
      }
      // Two journeys at once may be the same person: no code is given to both.
      if (pathname === '/code') response.end(await (await owner()).code())
      else if (pathname === '/owner') response.end((await owner()).email)
      else response.end(JSON.stringify({ nodes, folder }))
    } catch (error) {
      response.writeHead(500).end(String(error))
    }
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  project.provide('region', `http://127.0.0.1:${(server.address() as AddressInfo).port}`) // TCP has a port
  return async () => {
    server.closeAllConnections()
    server.close()
    // One that did not start has told so to the journey that asked.
    const region = await started?.catch(() => undefined)
    await (await opened?.catch(() => undefined))?.close()
    await region?.stop()
  }
}
