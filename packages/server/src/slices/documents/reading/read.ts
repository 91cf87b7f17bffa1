/** Reads the words of a file in a thread of its own, within bounds of time and memory. */
import { setInterval } from 'node:timers'
import { Worker } from 'node:worker_threads'
import type { LineReading, Reading, ReadingFault, ReadingOrder, ReadType } from './words.ts'

interface Bounds {
  readonly seconds: number
  readonly megabytes: number
}
/** A manual of three hundred pages takes some seconds; the rest is for busy machines. */
const usual: Bounds = { seconds: 60, megabytes: 300 }
const lookEveryMs = 50

/** @param bytes given away: nobody else may keep them */
export const readWords = (
  bytes: Uint8Array<ArrayBuffer>,
  mediaType: ReadType,
  bounds = usual,
): Promise<Reading> => inThread(bytes, mediaType, bounds)

/** Of a PDF, line by line. @param bytes given away: nobody else may keep them */
export const readLines = (bytes: Uint8Array<ArrayBuffer>): Promise<LineReading> =>
  inThread(bytes, 'lines', usual)

function inThread<Read extends Reading | LineReading>(
  bytes: Uint8Array<ArrayBuffer>,
  what: ReadingOrder['what'],
  bounds: Bounds,
): Promise<Read | { fault: ReadingFault }> {
  const own = new Uint8Array(bytes)
  const thread = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: { bytes: own, what } satisfies ReadingOrder,
    transferList: [own.buffer],
    resourceLimits: { maxOldGenerationSizeMb: bounds.megabytes, maxYoungGenerationSizeMb: 32 },
    // What a library says of a file may repeat words of it.
    stdout: true,
    stderr: true,
  })
  return new Promise(resolve => {
    const before = process.memoryUsage.rss()
    const until = performance.now() + bounds.seconds * 1000
    const end = (reading: Read | { fault: ReadingFault }) => {
      clearInterval(watch)
      void thread.terminate()
      resolve(reading)
    }
    // Bytes that a library unpacks lie outside of what a thread's own limit counts.
    const watch = setInterval(() => {
      const grown = (process.memoryUsage.rss() - before) / 1_000_000
      if (grown > bounds.megabytes * 2 || performance.now() > until) end({ fault: 'too-heavy' })
    }, lookEveryMs)
    watch.unref()
    thread.once('message', (reading: Read) => end(reading))
    thread.once('error', (error: NodeJS.ErrnoException) =>
      end({ fault: error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-heavy' : 'broken' }),
    )
    // One that ends without a word.
    thread.once('exit', () => end({ fault: 'broken' }))
  })
}
