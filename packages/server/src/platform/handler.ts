/** Binds a route of the contract to what happens behind it. Two kinds: inside the request's transaction, or before any. */
import type { Parsed, Output, Route } from '@kerege/contract/route'
import type { Context, Node } from './context.ts'

/** Runs inside the request's transaction, for somebody who is signed in and whose role holds the verb. */
export interface Handler {
  readonly route: Route
  readonly kind: 'inside'
  readonly run: (ctx: Context, input: unknown) => Promise<unknown>
}

/** What a knock at an open door carries: sign-in, start page. No transaction is open, so slow hashing may happen. */
export interface Knock {
  readonly node: Node
  readonly requestId: string
  readonly now: Date
  readonly headers: Headers
  /** Address of the client as the proxy or the socket gives it; used for rate limits only, never stored readable. */
  readonly ip: string
  readonly token: string | null
}

export interface OpenAnswer<T> {
  body: T
  cookies?: string[]
  /** Whom the log names. */
  account?: { account: string; role: string | null }
  subjects?: string[]
  /** Numbers for the log. */
  counts?: Readonly<Record<string, number>>
  /** Takes back what was done when the log cannot be written: sign-ins fail closed. */
  undo?: () => Promise<void>
}

export interface OpenHandler {
  readonly route: Route
  readonly kind: 'open'
  readonly run: (knock: Knock, input: unknown) => Promise<OpenAnswer<unknown>>
}

/** Answers with a stream, on a transaction of its own that lasts as long as the stream. */
export interface StreamHandler {
  readonly route: Route
  readonly kind: 'stream'
  readonly run: (ctx: Context, input: unknown) => Promise<Outflow>
}

export interface Outflow {
  contentType: string
  fileName: string
  chunks: AsyncIterable<Uint8Array>
  /** Known length in bytes, where it is known. */
  length?: number
}

/** A small file that is whole before it leaves, as the chunks of an outflow. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

/**
 * Answers with events for as long as somebody listens. The request's transaction ends before the first one, so that whoever
 * listens holds no connection.
 */
export interface LiveHandler {
  readonly route: Route
  readonly kind: 'live'
  readonly run: (ctx: Context, input: unknown) => Promise<Feed>
}

export interface Feed {
  /** What stands now, as the first event. */
  first: Uint8Array
  /** @returns how to stop */
  listen: (listener: (event: Uint8Array) => void) => () => void
}

export type AnyHandler = Handler | OpenHandler | StreamHandler | LiveHandler

export const handler = <R extends Route>(
  route: R,
  run: (ctx: Context, input: Parsed<R>) => Promise<Output<R>>,
): Handler => ({
  route,
  kind: 'inside',
  // The HTTP layer has parsed the input by this very route.
  run: (ctx, input) => run(ctx, input as Parsed<R>),
})

export const openHandler = <R extends Route>(
  route: R,
  run: (knock: Knock, input: Parsed<R>) => Promise<OpenAnswer<Output<R>>>,
): OpenHandler => ({ route, kind: 'open', run: (knock, input) => run(knock, input as Parsed<R>) })

export const streamHandler = <R extends Route>(
  route: R,
  run: (ctx: Context, input: Parsed<R>) => Promise<Outflow>,
): StreamHandler => ({ route, kind: 'stream', run: (ctx, input) => run(ctx, input as Parsed<R>) })

export const liveHandler = <R extends Route>(
  route: R,
  run: (ctx: Context, input: Parsed<R>) => Promise<Feed>,
): LiveHandler => ({ route, kind: 'live', run: (ctx, input) => run(ctx, input as Parsed<R>) })
