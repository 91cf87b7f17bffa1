/**
 * Calls of the node from the browser: one reading hook, one sending hook, one plain function. Adds what every
 * request of this app carries, and notices when the session ended. Draws nothing.
 */
import { getSession } from '@kerege/contract/access/routes'
import { type Answer, type CallOptions, call } from '@kerege/contract/client'
import { DomainError } from '@kerege/contract/errors'
import type { Input, Output, Route } from '@kerege/contract/route'
import {
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { z } from 'zod'
import { giveLater } from './offline/state.ts'

// Reads are audited: nothing is fetched again merely because a window was looked at.
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      staleTime: 30_000,
      // Without a network, asking again at once is only waiting.
      retry: (times, error) =>
        times < 2 && navigator.onLine && error instanceof DomainError && error.kind === 'unavailable',
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

type Ended = () => void
let whenEnded: Ended = () => {}
/** Asks whoever sits here to prove once more who they are; false when they would rather not. */
type AskProof = () => Promise<boolean>
let askProof: AskProof = async () => false
let lastContact = Date.now()
let lineUp = true
const lineListeners = new Set<() => void>()

/** The shell says what happens when the node no longer knows the session. */
export const onSessionEnd = (act: Ended) => {
  whenEnded = act
}
/** The shell has the dialog in which a proof is given, for whichever call needs one. */
export const onProofNeeded = (act: AskProof) => {
  askProof = act
}
/** When the node last answered; idle time counts from there. */
export const lastContactAt = () => lastContact

/** Did the node answer when it was last asked? A phone may well have a network and no node. */
export const lineIsUp = () => lineUp
export function onLine(tell: () => void): () => void {
  lineListeners.add(tell)
  return () => {
    lineListeners.delete(tell)
  }
}
function setLine(up: boolean) {
  if (up === lineUp) return
  lineUp = up
  for (const tell of lineListeners) tell()
}

// The network is back: the node is taken to be there until it does not answer, so that what waits for a line goes out.
globalThis.addEventListener?.('online', () => setLine(true))

// No other site can make a browser send this header: it tells our own requests from forged ones.
const fetcher = async (url: string, init: RequestInit): Promise<Response> => {
  try {
    const response = await fetch(url, {
      ...init,
      headers: init.method === 'GET' ? (init.headers ?? {}) : { ...init.headers, 'x-kerege': '1' },
    })
    lastContact = Date.now()
    setLine(true)
    return response
  } catch (error) {
    if (!init.signal?.aborted) setLine(false)
    throw error
  }
}

/** One call. @throws DomainError with the server's code */
export async function send<R extends Route>(
  route: R,
  input: Input<R>,
  options: CallOptions = {},
): Promise<Answer<Output<R>>> {
  try {
    return await call(fetcher, route, input, options)
  } catch (error) {
    // Nothing was done yet: after the proof the very same command goes out again, under its own key.
    const grave = error instanceof DomainError && error.code === 'step-up-needed'
    if (grave && (await askProof())) return call(fetcher, route, input, options)
    const ended = error instanceof DomainError && error.kind === 'unauthenticated'
    if (ended && route.access !== 'public') whenEnded()
    throw error
  }
}

export const keyOf = (route: Route, input: object = {}) => [route.method, route.path, input] as const

export interface ReadOptions {
  enabled?: boolean
  /** Milliseconds for which an answer counts as fresh. */
  freshFor?: number
}

/** Reads from the node; `data.body` and `data.etag` once it answered. */
export function useGet<R extends Route>(
  route: R,
  input: Input<R>,
  options: ReadOptions = {},
): UseQueryResult<Answer<Output<R>>, Error> {
  return useQuery({
    queryKey: keyOf(route, input as object),
    queryFn: ({ signal }) => send(route, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.freshFor === undefined ? {} : { staleTime: options.freshFor }),
  })
}

/** Who is signed in, asked before the frame that shows it has arrived. */
export const askSession = (): void =>
  void queryClient.prefetchQuery({
    queryKey: keyOf(getSession, {}),
    queryFn: ({ signal }) => send(getSession, {}, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  })

export type Sending<R> = { input: Input<R>; options?: CallOptions }

/**
 * Changes something, then lets every shown list and page ask again. Without a line a command that may wait is kept.
 * @throws DomainError `kept-here` then: it will be sent, and is not done yet
 */
export function useSend<R extends Route>(route: R): UseMutationResult<Answer<Output<R>>, Error, Sending<R>> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ input, options }: Sending<R>) => {
      try {
        return await send(route, input, options)
      } catch (error) {
        const away = error instanceof DomainError && error.code === 'no-answer'
        if (away && (await giveLater(route, input as object, options))) {
          throw new DomainError('unavailable', 'kept-here')
        }
        throw error
      }
    },
    onSuccess: () => client.invalidateQueries(),
  })
}

/** The schema of what a route takes, for the form that sends it. */
export function bodyOf<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  route: Route<P, Q, B, R>,
): B {
  if (!route.body) throw new Error(`${route.path} takes no body`)
  return route.body
}
