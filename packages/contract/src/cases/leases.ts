/**
 * Who is at work on what just now: "NAME is working on this since 10:42". It is said to others and holds nobody up for long: it
 * ends by itself, anybody takes it over, and what is saved is decided by versions alone.
 */
import { z } from 'zod'
import { Id, Instant } from '../common.ts'
import { route } from '../route.ts'

export const leaseKinds = ['form', 'plan', 'assessment'] as const
export const LeaseKind = z.enum(leaseKinds)
export type LeaseKind = z.infer<typeof LeaseKind>

/** Without a sign of life it ends. */
export const leaseMinutes = 5
/** How often an open page that is in use says so. */
export const renewSeconds = 45

export const Lease = z.strictObject({
  /** It is this page's. */
  mine: z.boolean(),
  /** Who else is at work, on which nobody has to wait. */
  holder: z
    .strictObject({
      name: z.string(),
      since: Instant,
      /** The same account, on another device or page. */
      self: z.boolean(),
    })
    .optional(),
})
export type Lease = z.infer<typeof Lease>

const subject = z.strictObject({ kind: LeaseKind, id: Id })
/** Made by the open page. */
const Desk = z.strictObject({ desk: Id })

export const takeLease = route({
  method: 'POST',
  path: '/leases/:kind/:id',
  summary: 'Say that one is at work on this, or go on saying so; answers who else is',
  access: 'people.read',
  // Twice a minute, of somebody who opened the same thing, which is in the log: no entry of its own.
  audit: null,
  params: subject,
  body: Desk,
  response: Lease,
})
export const takeOverLease = route({
  method: 'POST',
  path: '/leases/:kind/:id/take-over',
  summary: 'Go on with what somebody else has open; they are told',
  access: 'people.read',
  audit: 'lease.taken-over',
  params: subject,
  body: Desk,
  response: Lease,
})
export const giveBackLease = route({
  method: 'POST',
  path: '/leases/:kind/:id/give-back',
  summary: 'Say that one is done here',
  access: 'people.read',
  audit: null,
  params: subject,
  body: Desk,
  response: Lease,
})
