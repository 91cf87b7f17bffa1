/** What an edit form of one section holds, and the schema that reads it before it is sent. */
import { Reason } from '@kerege/contract/common'
import { impossibleBirth } from '@kerege/contract/people/rules'
import {
  ContactSection,
  type EditableSection,
  editableSections,
  type Person,
} from '@kerege/contract/people/schema'
import { z } from 'zod'
import { withScripts } from '../../../ui/form/NameFields.tsx'
import { journeyShape } from './JourneyFields.tsx'

export const changeKinds = ['update', 'correction'] as const

export interface Editing {
  /** What was read, and its version: kept with the draft, so that an old draft never overwrites newer words. */
  base: unknown
  etag: string
  section: unknown
  kind: (typeof changeKinds)[number]
  reason?: string
}

/** @param today an edited birth date may not lie ahead of it */
export function editSchema(section: EditableSection, today: string) {
  const fields = { section: sectionSchema(section, today), etag: z.string() }
  // Two shapes rather than a rule on top of one: so a missing reason is said together with all other faults.
  return z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('update'), reason: Reason.optional(), ...fields }),
    z.object({ kind: z.literal('correction'), reason: Reason, ...fields }),
  ])
}

function sectionSchema(section: EditableSection, today: string): z.ZodType {
  if (section !== 'contact') return editableSections[section]
  return ContactSection.superRefine(({ birth }, context) => {
    const code = impossibleBirth(birth, today)
    if (code) context.addIssue({ code: 'custom', path: ['birth'], message: code })
  })
}

export function beginEditing(person: Person, section: EditableSection, etag: string, today: string): Editing {
  const base = person[section] ?? {}
  return { base, etag, section: withBlanks(section, base, today), kind: 'update' }
}

/** Questions that have no answer yet are there to be answered. */
function withBlanks(section: EditableSection, base: object, today: string): unknown {
  switch (section) {
    case 'health':
      return { disability: { askedOn: today, answeredBy: 'carer' }, ...base }
    case 'journey':
      return { birthPlace: { certainty: 'stated' }, ...base }
    default:
      return base
  }
}

/** Before the schema reads it: scripts of names, and no empty place of birth. */
export function shapeEdit(section: EditableSection, values: unknown): unknown {
  const editing = values as Editing // made by `beginEditing` and the fields of this form
  const fields = editing.section as Record<string, unknown>
  const named = 'names' in fields ? { ...fields, names: withScripts(fields.names as object[]) } : fields
  return { ...editing, section: section === 'journey' ? journeyShape(named) : named }
}
