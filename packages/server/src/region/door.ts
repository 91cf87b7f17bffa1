/** A port that answers before its node does: that it comes, in seven languages, to whoever opens it meanwhile. */
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { openWaitingPage } from '../http/waiting/page.ts'

export async function openDoor(host: string, port: number): Promise<Server> {
  const app = new Hono().all('*', openWaitingPage())
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host, port }, () => resolve())
  })
  return server
}
