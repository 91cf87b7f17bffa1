/** Which ports are free on this machine. A name like `localhost` means two addresses, and both must be ours. */
import { createServer } from 'node:net'

const lastPort = 65_535

/** @returns `count` ports from `first` on; what is taken is replaced by the next ones that are free */
export async function freePorts(first: number, count: number): Promise<number[]> {
  const wanted = Array.from({ length: count }, (_, at) => first + at)
  const ports: number[] = []
  let next = first + count
  for (const port of wanted) {
    let chosen = port
    while (!(await isFree(chosen))) {
      chosen = next
      next += 1
      if (chosen > lastPort) throw new Error(`No ${count} ports from ${first} on are free.`)
    }
    ports.push(chosen)
  }
  return ports
}

export const isFree = async (port: number): Promise<boolean> =>
  port <= lastPort && (await listens(port, '127.0.0.1')) && (await listens(port, '::1'))

function listens(port: number, host: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      // A machine without IPv6 has nobody there either.
      if (error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT') resolve(true)
      else if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    })
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)))
  })
}
