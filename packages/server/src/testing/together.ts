/** Two processes that read at the same moment: what one of them asks with these words is answered when both have asked. */
import type { Node } from '../platform/context.ts'

export function readingTogether<N extends Pick<Node, 'pool'>>(node: N, words: string): N {
  let asked = 0
  let open: () => void = () => undefined
  const both = new Promise<void>(resolve => {
    open = resolve
  })
  const query = async (text: string, values?: unknown[]) => {
    const found = await node.pool.query(text, values)
    if (text.includes(words)) {
      asked += 1
      if (asked === 2) open()
      await both
    }
    return found
  }
  // As much of a pool as is asked here: the rest is the real one's.
  const pool = new Proxy(node.pool, {
    get: (real, name) => {
      const value: unknown = name === 'query' ? query : Reflect.get(real, name)
      return typeof value === 'function' && name !== 'query' ? value.bind(real) : value
    },
  })
  return { ...node, pool }
}
