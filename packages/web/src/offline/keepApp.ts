/** Lets the app itself open without a line: its files, and the ones that working without a line needs. */

/** @param also brings what is not on the screen yet, and will be needed */
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
  active?.postMessage({ keep: [...new Set(files.map(({ pathname }) => pathname))] })
}
