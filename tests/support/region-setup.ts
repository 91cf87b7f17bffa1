/** Global set-up of the journeys: one region for the run, started when the first journey asks for it. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import type {} from './provided.ts'
import { type RunningRegion, startRegion } from './region.ts'

export default async function setup(project: TestProject) {
  let started: Promise<RunningRegion> | undefined
  const server = createServer(async (_, response) => {
    try {
      started ??= startRegion()
      const { nodes, folder } = await started
      response.end(JSON.stringify({ nodes, folder }))
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
    await region?.stop()
  }
}
