/**
 * A node as commands for lists and cases reach it: through its API, as somebody who is signed in. Signing in needs a second factor and
 * stays in the browser; the session is handed over in KEREGE_SESSION and is written nowhere.
 */
import { call } from '@kerege/contract/client'
import { DomainError } from '@kerege/contract/errors'
import { lookAlikes } from '@kerege/contract/people/routes'
import type { FoundPerson } from '@kerege/contract/people/schema'
import type { Input, Output, Route } from '@kerege/contract/route'
import type { ManifestPerson } from '@kerege/contract/repatriation/manifest/schema'
import { type Io, Refusal } from './io.ts'

export interface NodeLine {
  ask<R extends Route>(route: R, input: Input<R>, ifMatch?: string): Promise<Output<R>>
  /** What lies at an address that the node has named, as it is. */
  take(path: string): Promise<Uint8Array>
}

export function openLine(address: string, io: Io, fetcher: typeof fetch = fetch): NodeLine {
  if (!URL.canParse(address)) throw new Refusal('--node must be an address, such as https://kerege.example.')
  const session = io.env.KEREGE_SESSION
  if (!session || !/^[\w.-]+=[^;\s]+$/.test(session))
    throw new Refusal(
      'KEREGE_SESSION must hold the cookie of a session, name=value. Sign in with the browser first.',
    )
  const { origin } = new URL(address)
  const send = (path: string, init: RequestInit) =>
    fetcher(`${origin}${path}`, {
      ...init,
      redirect: 'error',
      headers: { ...(init.headers as Record<string, string>), cookie: session, 'x-kerege': '1' },
    })
  return {
    async ask(route, input, ifMatch) {
      try {
        return (await call(send, route, input, ifMatch ? { ifMatch } : {})).body
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        throw new Refusal(`${origin} refuses: ${error.code}${detailsOf(error)}.`)
      }
    },
    async take(path) {
      const answer = await send(path, { method: 'GET' })
      if (!answer.ok) throw new Refusal(`${origin} refuses: ${answer.status}.`)
      return new Uint8Array(await answer.arrayBuffer())
    },
  }
}

/** Numbers and codes alone; faults by where they are. */
function detailsOf({ details }: DomainError): string {
  const told = ['row', 'rows', 'because', 'most', 'state', 'why'].flatMap(name =>
    details[name] === undefined ? [] : [`${name} ${String(details[name])}`],
  )
  return told.length > 0 ? ` (${told.join(', ')})` : ''
}

/** Who on the register looks like this person, as far as it is open to whoever is signed in. */
export async function alikeOnNode(
  line: NodeLine,
  { names, birth, sex }: ManifestPerson,
): Promise<FoundPerson[]> {
  if (names.length === 0) return []
  return (await line.ask(lookAlikes, { body: { names, birth, sex } })).rows
}
