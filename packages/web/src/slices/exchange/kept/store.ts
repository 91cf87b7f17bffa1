/** Practices on this device: public texts, the same for everybody who works here, so nobody's secret and kept after signing out. */
import type { Kept } from '@kerege/contract/exchange/schema'
import type { Place } from '../../../i18n/useFormat.tsx'

const name = 'kerege.practices'
/** More than a phone reads; the ones that changed last. */
const most = 500

export interface KeptState {
  /** The last change that is here. */
  after: number
  /** When the node was asked last, in milliseconds. */
  at: number
  /** Clock and languages of the node, for reading without it. */
  place?: Place
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })

async function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1)
  request.onupgradeneeded = () => {
    request.result.createObjectStore('practices', { keyPath: 'id' }).createIndex('change', 'change')
    request.result.createObjectStore('state')
  }
  return done(request)
}

async function within<T>(
  mode: IDBTransactionMode,
  work: (practices: IDBObjectStore, state: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const database = await open()
  try {
    const transaction = database.transaction(['practices', 'state'], mode)
    const ended = new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve()
      transaction.onabort = () => reject(transaction.error)
    })
    const result = await work(transaction.objectStore('practices'), transaction.objectStore('state'))
    await ended
    return result
  } finally {
    database.close()
  }
}

export const keptState = (): Promise<KeptState> =>
  within(
    'readonly',
    async (_, state) => ((await done(state.get('line'))) as KeptState | undefined) ?? { after: 0, at: 0 },
  )

export const putKept = (rows: readonly Kept[], line: KeptState): Promise<void> =>
  within('readwrite', async (practices, state) => {
    for (const row of rows) practices.put(row)
    state.put(line, 'line')
    const count = await done(practices.count())
    if (count <= most) return
    const oldest = await done(practices.index('change').getAllKeys(null, count - most))
    for (const id of oldest) practices.delete(id)
  })

export const dropKept = (): Promise<void> =>
  within('readwrite', async (practices, state) => {
    practices.clear()
    state.clear()
  })

export const oneKept = (id: string): Promise<Kept | undefined> =>
  within('readonly', async practices => (await done(practices.get(id))) as Kept | undefined)

export type KeptRow = Pick<Kept, 'id' | 'symbol' | 'state' | 'title'>

/** The latest change first; without the long texts. */
export const allKept = (): Promise<KeptRow[]> =>
  within('readonly', async practices => {
    const rows: KeptRow[] = []
    const request = practices.index('change').openCursor(null, 'prev')
    for (let cursor = await done(request); cursor; cursor = await next(request, cursor)) {
      const { id, symbol, state, title } = cursor.value as Kept
      if (state !== 'withdrawn') rows.push({ id, symbol, state, title })
    }
    return rows
  })

/** With the long texts, for who looks for what fits. */
export const wholeKept = (): Promise<Kept[]> =>
  within('readonly', async practices => (await done(practices.getAll())) as Kept[])

function next(request: IDBRequest<IDBCursorWithValue | null>, cursor: IDBCursorWithValue) {
  const answer = done(request)
  cursor.continue()
  return answer
}
