/** Serves the built web app: files with their hash for ever, the page itself always fresh. */
import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import type { Hono } from 'hono'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

/** @param withoutScript where a browser goes that runs no script: pages of the app stay empty for it */
export function servePages(app: Hono, folder: string, withoutScript?: string): void {
  app.get('*', async c => {
    const file = await findFile(folder, c.req.path)
    if (file) return sendFile(c.req.header('accept-encoding') ?? '', file, c.req.path.startsWith('/assets/'))
    // Any other address is a page of the app; what has an ending and is not there is not there.
    if (extname(c.req.path) !== '') return c.notFound()
    const page = await readFile(join(folder, 'index.html'), 'utf8')
    return new Response(withoutScript ? sendingOn(page, withoutScript) : page, {
      headers: { 'content-type': types['.html'] ?? '', 'cache-control': 'no-cache' },
    })
  })
}

const sendingOn = (page: string, to: string) =>
  page.replace('</head>', `<noscript><meta http-equiv="refresh" content="0; url=${to}" /></noscript></head>`)

async function findFile(folder: string, path: string): Promise<string | null> {
  const inside = normalize(join(folder, decodePath(path)))
  if (!inside.startsWith(folder + sep) || inside.includes('\0')) return null
  const found = await stat(inside).catch(() => null)
  return found?.isFile() ? inside : null
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return '/'
  }
}

async function sendFile(accepts: string, file: string, forever: boolean): Promise<Response> {
  const headers: Record<string, string> = {
    'content-type': types[extname(file)] ?? 'application/octet-stream',
    'cache-control': forever ? 'public, max-age=31536000, immutable' : 'no-cache',
    vary: 'accept-encoding',
  }
  // The build writes compressed twins; nothing is compressed per request.
  for (const [encoding, ending] of [
    ['br', '.br'],
    ['gzip', '.gz'],
  ] as const) {
    if (!accepts.includes(encoding)) continue
    const twin = await stat(file + ending).catch(() => null)
    if (twin?.isFile()) return stream(file + ending, { ...headers, 'content-encoding': encoding })
  }
  return stream(file, headers)
}

const stream = (file: string, headers: Record<string, string>) =>
  new Response(Readable.toWeb(createReadStream(file)) as ReadableStream<Uint8Array>, { headers })
