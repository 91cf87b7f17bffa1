/**
 * How long one thread computes without looking up: nobody else is answered meanwhile. By the thread's own processor time between two
 * ticks of a clock, so that other work on the machine is not taken for ours.
 */
export interface Holds {
  /** Milliseconds of the longest hold since it was last asked. */
  longest(): number
  end(): void
}

export function watchHolds(): Holds {
  const spent = () => {
    const { user, system } = process.threadCpuUsage()
    return (user + system) / 1000
  }
  let most = 0
  let last = spent()
  const timer = setInterval(() => {
    const now = spent()
    most = Math.max(most, now - last)
    last = now
  }, 1)
  return {
    longest() {
      const told = most
      most = 0
      return told
    },
    end: () => clearInterval(timer),
  }
}
