/**
 * Whose request it is, for counting knocks. The socket says it; a header can be written by anybody, so it is read only
 * as far as those who wrote it are proxies that the configuration trusts.
 */
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as Hono } from 'hono'
import { openNetworks, plainAddress } from '../platform/networks.ts'

export type ClientAddress = (c: Hono) => string

/** @param trustedProxies addresses and networks; with none the header is never looked at */
export function openClientAddress(trustedProxies: readonly string[]): ClientAddress {
  const trusted = openNetworks(trustedProxies)
  return c => {
    const socket = socketAddress(c)
    const near = plainAddress(socket)
    if (near === undefined || !trusted(near)) return near ?? socket
    return farthestKnown(near, c.req.header('x-forwarded-for'), trusted)
  }
}

/**
 * The right-most address that is no proxy of ours: everything left of it was written by that client itself. What
 * cannot be read ends the walk at the proxy that passed it on.
 */
function farthestKnown(
  near: string,
  header: string | undefined,
  trusted: (address: string) => boolean,
): string {
  let known = near
  for (const text of (header ?? '').split(',').reverse()) {
    const address = plainAddress(text)
    if (address === undefined) return known
    if (!trusted(address)) return address
    known = address
  }
  return known
}

function socketAddress(c: Hono): string {
  try {
    return getConnInfo(c).remote.address ?? 'unknown'
  } catch {
    return 'in-process'
  }
}
