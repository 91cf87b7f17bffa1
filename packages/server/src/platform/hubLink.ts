/**
 * The line from a national node to the hub. The node calls, the hub never does. What is fetched is asked for as anybody asks:
 * no account, no cookie, nothing that tells which node it was.
 */

/** What came of asking: nobody there or too slow, a refusal with its status, or more than fits. */
export class HubTrouble extends Error {
  readonly kind: 'away' | 'refused' | 'too-much'
  readonly status: number
  constructor(kind: 'away' | 'refused' | 'too-much', sentence: string, status = 0) {
    super(sentence)
    this.name = 'HubTrouble'
    this.kind = kind
    this.status = status
  }
}

export interface HubLink {
  /** The hub's key as one word, pinned by the operator. */
  readonly key: string
  /** Pause between two looks. */
  readonly everySeconds: number
  /** @throws HubTrouble when the hub is away, answers with trouble, or sends more than fits */
  get(path: string): Promise<string>
  /** @returns status and code of the answer @throws when the hub is away */
  post(path: string, body: unknown): Promise<{ status: number; code: string }>
}

export interface HubPlace {
  url: string
  key: string
  everySeconds?: number
  /** After which a page that drips is given up; what came before it is kept. */
  patienceMs?: number
}

const mostBytes = 30_000_000

/** @param fetcher the program's own; tests play it */
export function openHubLink(
  { url, key, everySeconds = 300, patienceMs = 20_000 }: HubPlace,
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
      try {
        const answer = await ask(path, { headers: { accept: 'application/json', 'user-agent': 'kerege' } })
        if (!answer.ok) {
          await answer.body?.cancel()
          throw new HubTrouble('refused', `the hub answered ${answer.status}`, answer.status)
        }
        return await readLimited(answer)
      } catch (error) {
        if (error instanceof HubTrouble) throw error
        throw new HubTrouble('away', 'the hub does not answer', 0)
      }
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
    if (size > mostBytes) throw new HubTrouble('too-much', 'the hub sent more than fits')
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

/**
 * Tells the hub something by choice.
 * @returns `taken`; `hub-away` where it is to be told again later; else the code with which the hub refused
 */
export async function tellHub(hub: HubLink, path: string, body: unknown): Promise<string> {
  try {
    const { status, code } = await hub.post(path, body)
    if (status === 200 || status === 201) return 'taken'
    // Too many at once, or trouble over there: later.
    return status === 429 || status >= 500 ? 'hub-away' : code || 'refused'
  } catch {
    return 'hub-away'
  }
}

/** What is kept of something that was told: a hub that is away is told again after a growing pause, one that refuses is not. */
export function afterTelling(answer: string, failures: number, now: Date) {
  if (answer === 'taken') return { sent_at: now, due_at: null, fault: null }
  if (answer !== 'hub-away') return { fault: answer, due_at: null }
  const pause = Math.min(3600, 30 * 2 ** Math.min(failures, 10))
  return { fault: answer, failures: failures + 1, due_at: new Date(now.getTime() + pause * 1000) }
}
