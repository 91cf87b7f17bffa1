/**
 * Asks for the next part while the last one is still being written: the database works while this process does.
 * One part ahead and no more, so memory stays flat.
 */
export async function* ahead<Part>(source: AsyncIterable<Part>): AsyncGenerator<Part> {
  const parts = source[Symbol.asyncIterator]()
  let next = parts.next()
  try {
    for (;;) {
      const part = await next
      if (part.done) return
      next = parts.next()
      // Trouble is thrown when its turn comes; until then it is nobody's unhandled rejection.
      next.catch(() => undefined)
      yield part.value
    }
  } finally {
    await next.catch(() => undefined)
    await parts.return?.()
  }
}
