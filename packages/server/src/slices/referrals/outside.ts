/**
 * Somebody without an account answers by two secrets: the link from a mail, and a code that was said by telephone. Both go with every
 * request, no session is opened, nothing stays in the browser. Whatever is wrong with them has one answer, and five wrong codes end a link.
 */
import { createHash } from 'node:crypto'
import { DomainError } from '@kerege/contract/errors'
import { nextOf } from '@kerege/contract/referrals/rules'
import * as routes from '@kerege/contract/referrals/routes'
import type { AskedOutside } from '@kerege/contract/referrals/schema'
import { type Knock, openHandler, type OpenHandler } from '../../platform/handler.ts'
import { openRateLimit } from '../access/index.ts'
import { codeHash } from './sending.ts'
import { refuseUnlessDone } from './steps.ts'
import { inOrder } from './store.ts'

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
const refused = () => new DomainError('forbidden', 'link-refused')

type Opened = Omit<AskedOutside, 'may'> & { id: string }

/** Made with the node, since nodes in one process share nothing. */
export function outsideDoors(): OpenHandler[] {
  const limit = openRateLimit('referral-link', 300, 60)
  const secretsOf = async (knock: Knock, { token, code }: { token: string; code: string }) => {
    await limit.take(knock.node, knock.ip, 5)
    return [tokenHash(token), codeHash(knock.node.keys.hashes, code)]
  }
  return [
    openHandler(routes.openLink, async (knock, { body }) => {
      const found = await knock.node.pool.query<{ one: Opened | null }>(
        'select referrals.open_link($1, $2, $3) as one',
        [...(await secretsOf(knock, body)), knock.now],
      )
      const one = found.rows[0]?.one
      if (!one) throw refused()
      const { id, ...shown } = one
      const { version, state, task, language, answerBy, service, organisation, from } = shown
      const agency = from.agency ?? undefined
      return {
        body: {
          ...{ version, state, task, language, answerBy, service, organisation },
          from: { name: from.name, ...(agency ? { agency } : {}) },
          told: inOrder(shown.told),
          may: nextOf(state, 'receiver').filter(next => next !== 'seen'),
        },
        subjects: [id],
      }
    }),
    openHandler(routes.answerLink, async (knock, { body }) => {
      const found = await knock.node.pool.query<{ said: string }>(
        'select referrals.answer_link($1, $2, $3, $4, $5, $6) as said',
        [...(await secretsOf(knock, body)), body.seen, body.becomes, body.words ?? null, knock.now],
      )
      const said = found.rows[0]?.said
      if (said === 'refused') throw refused()
      refuseUnlessDone(said)
      return { body: { state: body.becomes } }
    }),
  ]
}
