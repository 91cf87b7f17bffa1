/**
 * A file that leaves within its transaction. The last chunk is held back until the log is written: a file without its entry is never
 * whole. Whoever hangs up ends the transaction, even before the first byte.
 */
import { DomainError } from '@kerege/contract/errors'

/** How the transaction ends; each gives the connection back, and one of them is called, once. */
export interface Ending {
  commit(): Promise<void>
  abort(thrown: unknown): Promise<void>
}

export function fileStream(
  from: AsyncIterable<Uint8Array>,
  { commit, abort }: Ending,
): ReadableStream<Uint8Array> {
  const chunks = from[Symbol.asyncIterator]()
  let held: Uint8Array | undefined
  let open = true
  let hungUp = false
  let underWay: Promise<void> = Promise.resolve()

  async function close(thrown: unknown) {
    if (!open) return
    open = false
    await abort(thrown)
  }

  async function next(controller: ReadableStreamDefaultController<Uint8Array>) {
    for (;;) {
      const { done, value } = await chunks.next()
      if (hungUp) return
      const ready = held
      held = value
      if (done) {
        await commit()
        open = false
        if (hungUp) return
        if (ready) controller.enqueue(ready)
        return controller.close()
      }
      if (ready) return controller.enqueue(ready)
    }
  }

  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        underWay = next(controller).catch(async (error: unknown) => {
          await close(error)
          if (!hungUp) controller.error(error)
        })
        return underWay
      },
      async cancel() {
        hungUp = true
        await chunks.return?.()
        // What is being asked of the connection comes to its end before somebody else gets it: a commit that is still on its way
        // would end the transaction of whoever has it next.
        await underWay
        await close(new DomainError('unavailable', 'hung-up'))
      },
    },
    { highWaterMark: 0 },
  )
}
