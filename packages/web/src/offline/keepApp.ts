/** Lets the app itself open without a line: its files, and the ones that working without a line needs. */

/** A worker of an earlier version does not answer. */
const patienceMs = 60_000

/**
 * Resolves once the files are kept: what says "ready without a line" after it says the truth.
 * @param also brings what is not on the screen yet, and will be needed
 */
export async function keepApp(also: () => Promise<unknown>): Promise<void> {
  if (!('serviceWorker' in navigator)) return
  await navigator.serviceWorker.register('/sw.js')
  const { active } = await navigator.serviceWorker.ready
  await also()
  const files = [
    ...performance.getEntriesByType('resource').map(({ name }) => name),
    ...[...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[href], script[src]')].map(
      one => ('href' in one ? one.href : one.src),
    ),
  ]
    .map(name => new URL(name, location.href))
    .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
  if (active) await kept(active, [...new Set(files.map(({ pathname }) => pathname))])
}

function kept(worker: ServiceWorker, keep: string[]): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  return new Promise(resolve => {
    const timer = setTimeout(resolve, patienceMs)
    port1.onmessage = () => {
      clearTimeout(timer)
      port1.close()
      resolve()
    }
    worker.postMessage({ keep }, [port2])
  })
}
