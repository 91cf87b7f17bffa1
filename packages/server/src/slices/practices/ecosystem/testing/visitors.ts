/** Readers without an account, each from another place: one alone may not read as much in a minute as a test does. */
import type { World } from '../../../../testing/world.ts'

export function visitors(w: World) {
  let readers = 0
  return async (path: string, init: RequestInit = {}) => {
    readers += 1
    const remoteAddress = `10.9.${readers >> 8}.${readers & 255}`
    const env = { incoming: { socket: { remoteAddress, remotePort: 1, remoteFamily: 'IPv4' } } }
    const response = await w.running.app.request(path, init, env)
    return { response, status: response.status, text: await response.text() }
  }
}
