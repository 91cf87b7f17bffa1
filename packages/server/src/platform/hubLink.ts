/**
 * The line from a national node to the hub. The node calls, the hub never does. What is fetched is asked for as anybody asks:
 * no account, no cookie, nothing that tells which node it was.
 */
export interface HubLink {
  /** The hub's key as one word, pinned by the operator. */
  readonly key: string
  /** Pause between two looks. */
  readonly everySeconds: number
  /** @throws when the hub is away, answers with trouble, or sends more than fits */
  get(path: string): Promise<string>
  /** @returns status and code of the answer @throws when the hub is away */
  post(path: string, body: unknown): Promise<{ status: number; code: string }>
}

const patienceMs = 20_000
const mostBytes = 30_000_000

/** @param fetcher the program's own; tests play it */
export function openHubLink(
  { url, key, everySeconds = 300 }: { url: string; key: string; everySeconds?: number },
  fetcher: typeof fetch = fetch,
): HubLink {
  const ask = (path: string, init: RequestInit) =>
    fetcher(url + path, {
      ...init,
      // A hub that sends us elsewhere is not the one that was meant.
      redirect: 'error',
      credentials: 'omit',
      signal: AbortSignal.timeout(patienceMs),
    })
  return {
    key,
    everySeconds,
    async get(path) {
      const answer = await ask(path, { headers: { accept: 'application/json', 'user-agent': 'kerege' } })
      if (!answer.ok) throw new Error(`the hub answered ${answer.status}`)
      return readLimited(answer)
    },
    async post(path, body) {
      const answer = await ask(`/api${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-kerege': '1', 'user-agent': 'kerege' },
        body: JSON.stringify(body),
      })
      const text = await readLimited(answer)
      return { status: answer.status, code: codeIn(text) }
    },
  }
}

async function readLimited(answer: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of answer.body ?? []) {
    size += chunk.length
    if (size > mostBytes) throw new Error('the hub sent more than fits')
    chunks.push(chunk)
  }
  return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(chunks))
}

function codeIn(text: string): string {
  try {
    const { code } = JSON.parse(text) as { code?: unknown }
    return typeof code === 'string' && /^[a-z-]{1,60}$/.test(code) ? code : ''
  } catch {
    return ''
  }
}
