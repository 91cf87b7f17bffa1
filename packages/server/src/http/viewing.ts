/**
 * Another role's screens, without any data. The door decides, before anything of a slice runs: a reading that is about no one record
 * is answered by its empty shape, a record is not there, and everything that would change something is refused. Underneath, the
 * database knows the actor as nobody (access.as_viewed), so that even a door left open by mistake would show nothing.
 */
import { beginView, endView, getSession } from '@kerege/contract/access/routes'
import { DomainError, notFound } from '@kerege/contract/errors'
import type { Route } from '@kerege/contract/route'
import type { Actor } from '../platform/context.ts'
import type { AnyHandler } from '../platform/handler.ts'
import { emptyAnswer } from './emptyAnswer.ts'

/** Who the role is for screens, and the way back: these run as they always do. */
const open: readonly Route[] = [getSession, endView]

export const runsWhileViewing = (route: Route): boolean => open.includes(route)

/** Some questions travel in bodies, so that names stay out of addresses. */
const asks = ({ method, path }: Route) => method === 'GET' || (method === 'POST' && /\/search$/.test(path))

/** @throws DomainError `viewing-as`, `not-found` */
export function answerViewing({ route, kind }: AnyHandler, now: Date): unknown {
  if (!asks(route)) throw new DomainError('forbidden', 'viewing-as')
  if (kind !== 'inside' || route.path.includes(':')) throw notFound()
  const empty = emptyAnswer(route.response, now)
  if (empty === undefined) throw notFound()
  return empty
}

/** For the log: whoever looks through a role is still who they are. */
export const behind = (actor: Actor): Actor =>
  actor.viewing ? { ...actor, account: actor.viewing.account, role: actor.viewing.role } : actor

/** Nobody goes on from one role's screens to another's. */
export function refuseSecondView(route: Route, actor: Actor): void {
  if (route === beginView && actor.viewing) throw new DomainError('forbidden', 'viewing-as')
}
