/**
 * Telling: what would be told is looked at first, then told and recorded in one act. Whatever covers it no longer stops it, and
 * says so; the database asks once more with the consent held still.
 */
import {
  fieldFacts,
  fieldsFor,
  mayTell,
  proposed,
  type RecipientKind,
  type Tellable,
  tellable,
  type ToldField,
} from '@kerege/contract/consents/recipients'
import { type Hindrance, judge, type Judged, type Sharing } from '@kerege/contract/consents/rules'
import type { Disclosure, Looked, Tell } from '@kerege/contract/consents/tellingSchema'
import { DomainError, type Fault, invalid, notFound } from '@kerege/contract/errors'
import type { Language } from '@kerege/contract/common'
import { chosenWays, type Purpose } from '@kerege/contract/consents/kinds'
import { sql } from 'kysely'
import type { Context } from '../../../platform/context.ts'
import { today } from '../../../platform/localDay.ts'
import { whose } from '../standing.ts'
import { type Found, ofPerson, toSaid, voiceOf } from '../store.ts'
import { openContact } from './contacts.ts'
import { find, whole } from './disclosures.ts'
import { journeyWords, valuesOf } from './values.ts'

export async function lookFirst(
  ctx: Context,
  personId: string,
  { contactId, purpose, language }: { contactId: string; purpose: Purpose; language: Language },
): Promise<Looked> {
  const one = await whose(ctx, personId)
  const contact = await openContact(ctx, contactId)
  const answers = await ofPerson(ctx, personId)
  const said = answers.map(toSaid)
  const fields = fieldsFor(contact.kind).filter(field => one.readable.includes(fieldFacts[field].compartment))
  const values = await valuesOf(ctx, personId, fields, language)
  const judged = (classes: Tellable[]) =>
    judge(said, { contactId, recipient: contact.kind, purpose, classes }, today(ctx), one.standing)
  const classes = [...new Set(fields.map(field => fieldFacts[field].compartment))]
  const each = new Map(classes.map(part => [part, judged([part])]))
  ctx.trail.shown([personId, contactId])
  return {
    recipient: contact.kind,
    fields: fields.map(field => {
      const { compartment, from } = fieldFacts[field]
      const answer = each.get(compartment)
      const value = values[field]
      return {
        field,
        compartment,
        from,
        proposed: proposed[contact.kind].includes(field),
        ...(value ? { value } : {}),
        ...(answer && !answer.ok ? { why: answer.why } : {}),
      }
    }),
    despite: [...each.values()].some(answer => answer.ok && answer.despite),
    ...whoSaid(judged(classes), answers),
  }
}

/** Who allowed what, and what is missing: of all that this recipient can be told at all. */
function whoSaid(answer: Judged, answers: readonly Found[]): Pick<Looked, 'rests' | 'missing'> {
  const voices = new Map(answers.map(row => [row.id, voiceOf(row)]))
  const rests = new Map<string, Tellable[]>()
  for (const part of answer.parts) rests.set(part.rests, [...(rests.get(part.rests) ?? []), part.class])
  const missing = new Map<string, Looked['missing'][number]>()
  for (const { class: part, why, by } of answer.ok ? [] : answer.missing) {
    const key = `${why} ${by.join()}`
    const known = missing.get(key)
    if (known) known.classes.push(part)
    else missing.set(key, { classes: [part], why, by: by.flatMap(id => voices.get(id) ?? []) })
  }
  return {
    rests: [...rests].flatMap(([id, classes]) => {
      const voice = voices.get(id)
      return voice ? [{ voice, classes }] : []
    }),
    missing: [...missing.values()],
  }
}

/**
 * A command that is sent again tells nothing new: the id was made by the device.
 * @throws DomainError `consent-missing` with why and which sections; a fault for each field that cannot be told
 */
export async function tell(ctx: Context, personId: string, draft: Tell): Promise<Disclosure> {
  const one = await whose(ctx, personId)
  const known = await find(ctx, draft.id)
  if (known) {
    if (known.person_id !== personId) throw notFound()
    return whole(ctx, draft.id)
  }
  const contact = await openContact(ctx, draft.contactId)
  const values = await toTell(ctx, personId, draft.fields, {
    ...draft,
    recipient: contact.kind,
    open: one.readable,
  })
  const want: Sharing = {
    contactId: draft.contactId,
    recipient: contact.kind,
    purpose: draft.purpose,
    classes: [...new Set(values.map(value => value.compartment))],
  }
  const said = (await ofPerson(ctx, personId)).map(toSaid)
  const answer = judge(said, want, today(ctx), one.standing)
  if (!answer.ok) throw new DomainError('conflict', 'consent-missing', { why: answer.why })
  // A referral and a file end with the one answer that they rest on.
  if (answer.also.length > 0 && !(chosenWays as readonly string[]).includes(draft.how))
    throw new DomainError('conflict', 'consent-missing', { why: 'not-covered' })
  if (answer.despite && !draft.despite) throw invalid([{ pointer: '/despite', code: 'required' }])
  if (!answer.despite && draft.despite) throw invalid([{ pointer: '/despite', code: 'not-asked' }])
  await sql`select consents.tell(${draft.id}::uuid, ${personId}::uuid, ${draft.contactId}::uuid, ${draft.purpose}, ${[answer.rests, ...answer.also]}::uuid[],
    ${draft.despite ?? null}, ${today(ctx)}::date, ${draft.how}, ${draft.language}, ${JSON.stringify(values)}::jsonb,
    ${ctx.now.toISOString()}::timestamptz)`.execute(ctx.tx)
  ctx.trail.touched(
    draft.id,
    values.map(value => value.field),
  )
  ctx.trail.touched(personId)
  if (draft.despite) ctx.trail.because(draft.despite, personId)
  return whole(ctx, draft.id)
}

/**
 * Sections that may go to a contact in one act today: the contact section, and each that is covered together with it.
 * @throws DomainError `consent-missing` where not even the contact section may be told
 */
export async function coveredTogether(
  ctx: Context,
  personId: string,
  { contactId, purpose }: { contactId: string; purpose: Purpose },
): Promise<{ recipient: RecipientKind; organisation: string; classes: Tellable[]; rests: string }> {
  const one = await whose(ctx, personId)
  const contact = await openContact(ctx, contactId)
  const said = (await ofPerson(ctx, personId)).map(toSaid)
  const judged = (classes: Tellable[]) =>
    judge(said, { contactId, recipient: contact.kind, purpose, classes }, today(ctx), one.standing)
  const least = judged(['contact'])
  if (!least.ok) throw new DomainError('conflict', 'consent-missing', { why: least.why })
  const open = tellable.filter(part => part !== 'contact' && one.readable.includes(part))
  const classes: Tellable[] = ['contact']
  let { rests } = least
  for (const part of open) {
    const more = mayTell(contact.kind, part) ? judged([...classes, part]) : undefined
    // What is told against somebody's no needs a reason of its own, and goes by hand; so does what rests on several answers.
    if (!more?.ok || more.despite || more.also.length > 0) continue
    classes.push(part)
    rests = more.rests
  }
  return { recipient: contact.kind, organisation: contact.organisation, classes, rests }
}

/** Would anything at all be told there today? @returns what stops it */
export async function hindranceToday(
  ctx: Context,
  personId: string,
  where: Omit<Sharing, 'classes'>,
): Promise<Hindrance | undefined> {
  const one = await whose(ctx, personId)
  const said = (await ofPerson(ctx, personId)).map(toSaid)
  const answer = judge(said, { ...where, classes: ['contact'] }, today(ctx), one.standing)
  return answer.ok ? undefined : answer.why
}

export interface ToldValue {
  field: ToldField
  compartment: Tellable
  value: string
}

/** What would be told of the fields that were chosen: from the file of now, or in the worker's words; all faults at once. */
export async function toTell(
  ctx: Context,
  personId: string,
  chosen: Tell['fields'],
  { recipient, language, open }: { recipient: RecipientKind; language: Language; open: readonly string[] },
): Promise<ToldValue[]> {
  const fields = chosen.map(one => one.field)
  const values = await valuesOf(ctx, personId, fields, language)
  const journey = await journeyWords(ctx, personId)
  const faults: Fault[] = []
  const told = chosen.flatMap(({ field, words }, at): ToldValue[] => {
    const { compartment, from } = fieldFacts[field]
    const fault = (part: 'field' | 'words', code: string): ToldValue[] => {
      faults.push({ pointer: `/fields/${at}/${part}`, code })
      return []
    }
    if (!open.includes(compartment)) return fault('field', 'not-found')
    if (!mayTell(recipient, compartment)) return fault('field', 'never-told')
    if (from === 'register') {
      if (words !== undefined) return fault('words', 'not-asked')
      const value = values[field]
      return value ? [{ field, compartment, value }] : fault('field', 'nothing-known')
    }
    if (words === undefined) return fault('words', 'required')
    const tells = journey.some(place => words.toLocaleLowerCase().includes(place))
    return tells ? fault('words', 'tells-journey') : [{ field, compartment, value: words }]
  })
  if (faults.length > 0) throw invalid(faults)
  return told
}
