/**
 * Reading a file that was opened in an emergency (docs/glass.md). Only requests about one person by their address, and only reading: lists,
 * searches, exports and changes never ask for it, so they cannot widen. The database answers whether anything is open, in the same round trip.
 */
import type { Route } from '@kerege/contract/route'

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/

/** @returns one more statement for the way in, or nothing */
export const lookSql = (route: Route, id: string | undefined): string =>
  route.method === 'GET' && /^\/people\/:id(\/|$)/.test(route.path) && id !== undefined && uuid.test(id)
    ? `; select glass.look('${id}'::uuid) as actor`
    : ''
