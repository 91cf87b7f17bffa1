/** What the access slice does by itself: letters, what follows from events of its own actions, and tidying up. */
import { Id } from '@kerege/contract/common'
import { z } from 'zod'
import type { Node } from '../../platform/context.ts'
import type { JobDefinition } from '../../platform/jobs.ts'
import type { Tx } from '../../platform/database.ts'
import type { EventHandlers, Payload } from '../../platform/outbox.ts'
import { letterJob, type Post } from './letters.ts'
import type { SignIn } from './signIn.ts'

export const accessJobs = (node: Node, signIn: SignIn): JobDefinition[] => [
  letterJob(node, signIn),
  { name: 'access.tidy', cron: '23 * * * *', work: () => tidy(node, signIn) },
]

const OfAccount = z.strictObject({ accountId: Id })

export const accessEvents = (node: Node, signIn: SignIn, post: Post): EventHandlers[] => [
  {
    topic: 'account.invited',
    handle: (_tx, { payload }) => post(node, { kind: 'invitation', ...OfAccount.parse(payload) }),
  },
  {
    topic: 'account.unblocked',
    handle: async (tx, { payload }) => {
      const account = await accountOf(tx, payload)
      if (account) await signIn.forgetWrongCodes(account.user_id)
    },
  },
  {
    topic: 'account.passkey-added',
    handle: (_tx, { payload }) => post(node, { kind: 'passkey-added', ...OfAccount.parse(payload) }),
  },
  {
    topic: 'account.passkey-removed',
    handle: (_tx, { payload }) => post(node, { kind: 'passkey-removed', ...OfAccount.parse(payload) }),
  },
  {
    topic: 'account.second-factor-reset',
    handle: async (tx, { payload }) => {
      const account = await accountOf(tx, payload)
      // Told twice, it must not take a factor that was set up since.
      if (!account || account.second_factor) return
      await signIn.forgetSecondFactor(account.user_id)
      await post(node, { kind: 'second-factor-reset', accountId: account.id })
    },
  },
]

const accountOf = (tx: Tx, payload: Payload) =>
  tx
    .selectFrom('access.accounts')
    .select(['id', 'user_id', 'second_factor'])
    .where('id', '=', OfAccount.parse(payload).accountId)
    .executeTakeFirst()

/** Sessions and counts that are over mean nothing any more; that somebody was here when stands in the log. */
async function tidy(node: Node, signIn: SignIn): Promise<void> {
  await node.pool.query(
    'delete from access.sessions where expires_at < now() or last_seen_at < now() - make_interval(mins => $1)',
    [node.session.idleMinutes],
  )
  await node.pool.query("delete from access.lockouts where first_at < now() - interval '1 day'")
  await node.pool.query('delete from access.challenges where expires_at < now()')
  await node.pool.query('select access.forget_devices()')
  await node.pool.query('delete from access.knocks where ends_at < now()')
  await signIn.tidy()
}
