/**
 * What a node of a member says of its practice. It has no account here: its word counts by the key that the operator of the hub
 * has written down for that state, and an older word never takes the place of a newer one.
 */
import { DomainError, faultsOf, invalid } from '@kerege/contract/errors'
import { type SignedBody, Statement, statementType } from '@kerege/contract/guidance/feed'
import type { MemberNode } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import type { Knock, OpenAnswer } from '../../../platform/handler.ts'
import { openBody, readKeyText } from '../../audit/index.ts'

export async function take(
  { node, now }: Knock,
  signed: SignedBody,
): Promise<OpenAnswer<{ result: 'taken' | 'known' }>> {
  const who = signer(node.memberNodes, signed)
  if (!who) throw new DomainError('forbidden', 'signature-unknown')
  const statement = parsed(signed.body)
  const { rows } = await node.pool.query<{ result: string }>(
    'select council.take_statement($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) as result',
    [
      newId(now.getTime()),
      statement.guidanceId,
      who.party,
      statement.number,
      statement.state,
      statement.language,
      statement.words ?? null,
      statement.at,
      now,
      signed.note,
    ],
  )
  const result = rows[0]?.result
  if (result === 'older') throw new DomainError('conflict', 'statement-older')
  if (result !== 'taken' && result !== 'known') throw new DomainError('not-found', 'not-found')
  return { body: { result }, subjects: [statement.guidanceId] }
}

const signer = (nodes: readonly MemberNode[], signed: SignedBody): MemberNode | undefined =>
  nodes.find(one => {
    const key = readKeyText(one.key)
    return key !== null && openBody(signed, statementType, key)
  })

function parsed(body: string): Statement {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw invalid([{ pointer: '/body', code: 'not-valid' }])
  }
  const result = Statement.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  throw invalid(faultsOf(result.error).map(fault => ({ ...fault, pointer: `/body${fault.pointer}` })))
}
