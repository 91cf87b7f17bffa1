/**
 * How often one client may knock at the open doors. In memory and per process: it keeps a flood from costing more than
 * a glance; guessing is the business of the lock-outs, which all processes share.
 */
import { DomainError } from '@kerege/contract/errors'

export interface RateLimit {
  /** @throws DomainError `too-many-requests` with the seconds to wait */
  take(client: string, cost: number): void
}

interface Window {
  left: number
  endsAt: number
}

/**
 * @param budget what a client may spend within a window
 * @param most clients remembered at once; the one that was new longest ago is forgotten first
 */
export function openRateLimit(budget: number, seconds: number, most: number): RateLimit {
  const windows = new Map<string, Window>()
  return {
    take(client, cost) {
      const now = performance.now()
      let window = windows.get(client)
      if (!window || window.endsAt <= now) {
        windows.delete(client)
        const [oldest] = windows.size >= most ? windows.keys() : []
        if (oldest !== undefined) windows.delete(oldest)
        window = { left: budget, endsAt: now + seconds * 1000 }
        windows.set(client, window)
      }
      window.left -= cost
      if (window.left < 0) {
        throw new DomainError('too-many', 'too-many-requests', {
          seconds: Math.ceil((window.endsAt - now) / 1000),
        })
      }
    },
  }
}
