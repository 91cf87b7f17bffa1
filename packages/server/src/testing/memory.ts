/** What this process really holds, for tests of what must not grow. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/**
 * @returns bytes held after collecting. That takes half a second and both cores where much was tested before in the same process: a test
 * looks a few times, and not at each step.
 */
export function memoryHeld(): number {
  // What a cipher held is let go with the second.
  collect()
  collect()
  const { arrayBuffers, heapUsed } = process.memoryUsage()
  return arrayBuffers + heapUsed
}
