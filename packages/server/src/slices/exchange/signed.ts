/** The signed word of a node: whose key it was, and what it says. A node has no account at the hub. */
import { faultsOf, invalid } from '@kerege/contract/errors'
import type { SignedBody } from '@kerege/contract/guidance/feed'
import type { z } from 'zod'
import type { MemberNode } from '../../platform/context.ts'
import { openBody, readKeyText } from '../audit/index.ts'

/** @param type first line of what was signed */
export const signerOf = (
  nodes: readonly MemberNode[],
  signed: SignedBody,
  type: string,
): MemberNode | undefined =>
  nodes.find(one => {
    const key = readKeyText(one.key)
    return key !== null && openBody(signed, type, key)
  })

/** @throws DomainError `invalid`, with pointers into the body */
export function parsedBody<Shape extends z.ZodType>(shape: Shape, body: string): z.output<Shape> {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    throw invalid([{ pointer: '/body', code: 'not-valid' }])
  }
  const result = shape.safeParse(value, { reportInput: true })
  if (result.success) return result.data
  throw invalid(faultsOf(result.error).map(fault => ({ ...fault, pointer: `/body${fault.pointer}` })))
}
