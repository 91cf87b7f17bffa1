/** A passkey answers: to come in, or to prove once more who is there. Whose it is, whether it is the only one of its kind. */
import type { PasskeyAnswer } from '@kerege/contract/access/proof'
import { DomainError } from '@kerege/contract/errors'
import type { Node } from '../../../platform/context.ts'
import type { Post } from '../letters.ts'
import { readSigned } from './ceremony.ts'
import type { Purpose } from '../challenges.ts'
import { countUp, doubt, findPasskeys, type PasskeyRow } from './store.ts'

/**
 * @throws DomainError `passkey-refused` whatever is wrong with it; `passkey-doubted` when its counter went back, which the
 * owner also hears by mail
 */
export async function acceptPasskey(
  node: Node,
  post: Post,
  purpose: Purpose,
  session: string | null,
  answer: PasskeyAnswer,
): Promise<PasskeyRow> {
  const [row] = await findPasskeys(node.pool, 'credential_id', answer.id)
  const signed = row && (await readSigned(node, purpose, session, row, answer))
  if (!row || !signed) throw new DomainError('unauthenticated', 'passkey-refused')
  if (row.doubtedAt !== null) throw new DomainError('unauthenticated', 'passkey-doubted')
  if (await countUp(node, row, signed)) return row
  await doubt(node, row)
  await post(node, { kind: 'passkey-doubted', accountId: row.accountId }).catch((error: Error) =>
    node.log.error('letter', error),
  )
  throw new DomainError('unauthenticated', 'passkey-doubted')
}
