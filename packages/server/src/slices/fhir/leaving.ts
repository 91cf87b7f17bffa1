/**
 * A case leaves as a FHIR file. To a school, a clinic, an office it goes like anything else that is told: on a consent or another basis
 * that covers it, no wider than that, and written down word for word as it leaves. Without a recipient it is a copy of one's own, for
 * those who take rows out at all.
 */
import { compartments } from '@kerege/contract/access/compartments'
import type { Verb } from '@kerege/contract/access/roles'
import { Id } from '@kerege/contract/common'
import type { Tellable } from '@kerege/contract/consents/recipients'
import { Purpose } from '@kerege/contract/consents/schema'
import type { Tell } from '@kerege/contract/consents/tellingSchema'
import { DomainError, invalid } from '@kerege/contract/errors'
import type { Origin } from '@kerege/contract/fhir/provenance'
import type { CaseRecord } from '@kerege/contract/fhir/record'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { dataSource, type Leaving } from '../../platform/exports/papers.ts'
import { newId } from '../../platform/ids.ts'
import { coveredTogether, lookBeforeTelling, tell } from '../consents/index.ts'
import { gather, type Gathered } from './gather.ts'

const Asked = z.strictObject({
  caseId: Id,
  contactId: Id.optional(),
  purpose: Purpose.optional(),
})
type Asked = z.infer<typeof Asked>

export const caseAsFhir = dataSource({
  of: 'case-fhir',
  access: 'cases.read',
  query: Asked,
  contentType: 'application/fhir+json; charset=utf-8',
  ending: 'json',
  look: async (ctx, asked) => {
    const found = await gather(ctx, asked.caseId)
    const to = recipientOf(ctx, asked)
    if (to) await narrow(ctx, found, to)
  },
  bytes: async (ctx, asked, how) => {
    const found = await gather(ctx, asked.caseId)
    const to = recipientOf(ctx, asked)
    const origin = {
      node: ctx.node.info.id,
      by: ctx.actor.name,
      at: ctx.now.toISOString(),
      reason: how.reason,
      mark: how.mark,
    }
    if (!to) return written(ctx, found.record, found.shut, origin)
    const { record, classes, organisation } = await narrow(ctx, found, to)
    const disclosureId = await writeDown(ctx, found.personId, { ...to, record, classes, how })
    const shut = compartments.filter(one => !classes.some(part => part === one))
    return written(ctx, record, shut, {
      ...origin,
      told: { to: organisation, purpose: to.purpose, disclosureId },
    })
  },
})

interface To {
  contactId: string
  purpose: z.infer<typeof Purpose>
}

/** @throws DomainError `not-allowed`; a fault where a recipient has no purpose */
function recipientOf(ctx: Context, { contactId, purpose }: Asked): To | undefined {
  const needed: Verb = contactId ? 'disclosures.make' : 'export'
  if (!ctx.actor.verbs.includes(needed)) throw new DomainError('forbidden', 'not-allowed')
  if (!contactId) return undefined
  if (!purpose) throw invalid([{ pointer: '/query/purpose', code: 'required' }])
  return { contactId, purpose }
}

async function narrow(ctx: Context, found: Gathered, to: To) {
  // Loaded with the first file.
  const { narrowed } = await import('@kerege/contract/fhir/narrow')
  const { classes, organisation, rests } = await coveredTogether(ctx, found.personId, to)
  const basis = found.record.consents[found.consentIds.indexOf(rests)]
  const record = narrowed(found.record, classes, basis)
  return { record, classes, organisation }
}

/** What leaves, as the register of sharing keeps it: fields of the file as they stand, and the words of each section. */
async function writeDown(
  ctx: Context,
  personId: string,
  leaving: To & { record: CaseRecord; classes: readonly Tellable[]; how: Leaving },
): Promise<string> {
  const { contactId, purpose, how, classes, record } = leaving
  const { language } = how
  const { wordsOf } = await import('@kerege/contract/fhir/narrow')
  const words = wordsOf(record)
  const { fields } = await lookBeforeTelling(ctx, personId, { contactId, purpose, language })
  const told = fields
    .filter(one => classes.includes(one.compartment))
    .flatMap((one): Tell['fields'] => {
      if (one.from === 'register') return one.value ? [{ field: one.field }] : []
      const its = words[one.field]
      return its ? [{ field: one.field, words: its }] : []
    })
  const id = newId(ctx.now.getTime())
  await tell(ctx, personId, { id, contactId, purpose, language, how: 'file', fields: told })
  return id
}

async function written(
  ctx: Context,
  record: CaseRecord,
  shut: readonly string[],
  origin: Origin,
): Promise<Uint8Array> {
  const { bundleOf } = await import('@kerege/contract/fhir/bundle')
  const bundle = bundleOf(record, shut, origin, () => newId(ctx.now.getTime()))
  return Buffer.from(`${JSON.stringify(bundle, null, 1)}\n`)
}
