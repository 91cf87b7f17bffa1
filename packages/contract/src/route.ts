/**
 * A way into a node, as data: server, typed client, OpenAPI document and fuzz test all read it.
 * Says what goes in and out and who may knock; what happens behind it stands in the slice.
 */
import type { z } from 'zod'
import type { Verb } from './access/roles.ts'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** Who may knock: anybody, anybody with a session, or a role whose table holds the verb. */
export type Knock = 'public' | 'signed-in' | Verb

export interface Route<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly method: Method
  /** Below `/api`, with `:name` for each parameter. */
  readonly path: string
  readonly summary: string
  readonly access: Knock
  /** Name of the audit entry, `people.read`; `null` only where nothing about anybody is touched. */
  readonly audit: string | null
  /** Grave enough that whoever asks proves once more who they are, if they have not within the last minutes. */
  readonly stepUp?: true
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  readonly response: Response
  readonly status?: 200 | 201 | 202 | 204
  /** The answer carries an ETag, and a change wants it back in If-Match. */
  readonly versioned?: boolean
  /** What the answer is, where it is not JSON. */
  readonly produces?:
    | 'application/json'
    | 'text/csv'
    | 'application/octet-stream'
    | 'text/calendar'
    | 'text/event-stream'
  /** What the body is, where it is not JSON: raw bytes. */
  readonly consumes?: 'application/json' | 'application/octet-stream'
  /** What a device without a line does: keep the answer, queue the command, or ask to wait. */
  readonly offline?: 'keep' | 'queue' | 'wait'
}

export const route = <P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  definition: Route<P, Q, B, R>,
): Route<P, Q, B, R> => definition

/** What a caller hands over, before defaults are filled in. */
export type Input<R> =
  R extends Route<infer P, infer Q, infer B, z.ZodType>
    ? (unknown extends z.input<P> ? { params?: undefined } : { params: z.input<P> }) &
        (unknown extends z.input<Q> ? { query?: undefined } : { query?: z.input<Q> }) &
        (unknown extends z.input<B> ? { body?: undefined } : { body: z.input<B> })
    : never

/** What a handler receives, parsed. */
export type Parsed<R> =
  R extends Route<infer P, infer Q, infer B, z.ZodType>
    ? { params: z.output<P>; query: z.output<Q>; body: z.output<B> }
    : never

export type Output<R> = R extends Route<z.ZodType, z.ZodType, z.ZodType, infer T> ? z.output<T> : never
