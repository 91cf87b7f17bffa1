// Lets the app open without a line: keeps its files and its page, and never an answer of the node. What a device may keep of
// those, the page itself puts into its own store.
const store = 'kerege-app-1'
const first = ['/', '/early.js', '/favicon.svg']
const patienceMs = 10_000
/** Files of many versions would fill a phone. */
const most = 400

self.addEventListener('install', event => {
  event.waitUntil(
    caches
      .open(store)
      .then(cache => cache.addAll(first))
      .then(() => self.skipWaiting()),
  )
})

self.addEventListener('activate', event => {
  event.waitUntil(
    caches
      .keys()
      .then(names => Promise.all(names.filter(name => name !== store).map(name => caches.delete(name))))
      .then(() => self.clients.claim()),
  )
})

// The page says which files it was made of; those came before this worker was there.
self.addEventListener('message', event => {
  const { keep } = event.data || {}
  if (!Array.isArray(keep)) return
  const [asked] = event.ports
  event.waitUntil(
    keepAll(keep.filter(path => /^\/assets\/[\w.-]+$/.test(path))).finally(() => asked?.postMessage('kept')),
  )
})

async function keepAll(paths) {
  const cache = await caches.open(store)
  for (const path of paths) {
    if (await cache.match(path)) continue
    await cache.add(path).catch(() => undefined)
  }
  const all = await cache.keys()
  const files = all.filter(({ url }) => new URL(url).pathname.startsWith('/assets/'))
  for (const old of files.slice(0, Math.max(0, files.length - most))) await cache.delete(old)
}

self.addEventListener('fetch', event => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') {
    if (!/^\/(api|public|health|ready)(\/|$)/.test(pathname)) event.respondWith(page(request))
  } else if (pathname.startsWith('/assets/')) event.respondWith(file(request))
  else if (first.includes(pathname)) event.respondWith(fresh(request, pathname))
})

/** Every address of the app is the same page. */
const page = request => fresh(request, '/')

async function fresh(request, as) {
  const cache = await caches.open(store)
  const late = new Promise(resolve => setTimeout(resolve, patienceMs)).then(() => cache.match(as))
  const came = fetch(request)
    .then(response => {
      if (response.ok) void cache.put(as, response.clone())
      return response
    })
    .catch(async () => (await cache.match(as)) || Response.error())
  return (await Promise.race([came, late])) || came
}

/** A file with its hash in its name never changes. */
async function file(request) {
  const cache = await caches.open(store)
  const found = await cache.match(request)
  if (found) return found
  const response = await fetch(request)
  if (response.ok) void cache.put(request, response.clone())
  return response
}
