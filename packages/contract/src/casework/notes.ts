/** Notes of the work with a person, and what happened to somebody: an incident is a note that says a little more. */
import { z } from 'zod'
import type { Compartment } from '../access/compartments.ts'
import { Id, Instant, line, pageQuery, paragraph, PlainDate } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'

/** Sections in which notes are written: those of work. Names, papers and the journey are no place for them. */
export const noteSections = [
  'social',
  'health',
  'mhpss',
  'education',
  'legal',
  'protection',
] as const satisfies readonly Compartment[]
export const NoteSection = z.enum(noteSections)
export type NoteSection = z.infer<typeof NoteSection>

export const noteKinds = ['visit', 'call', 'meeting', 'conference', 'message', 'incident', 'other'] as const
export const NoteKind = z.enum(noteKinds)
export type NoteKind = z.infer<typeof NoteKind>

/** What happened to a person. */
export const incidentKinds = [
  'hurt',
  'threatened',
  'insulted',
  'missing',
  'accident',
  'taken-ill',
  'self-harm',
  'quarrel',
  'home-lost',
  'other',
] as const
export const toldTo = [
  'supervisor',
  'guardian',
  'family',
  'child-protection',
  'health',
  'school',
  'emergency',
] as const

/** No list of where it hurts and no tale of the past: what care needs, and what was done. */
export const Incident = z.strictObject({
  what: z.enum(incidentKinds),
  place: line(160).optional(),
  done: paragraph(2000).optional(),
  told: z
    .array(z.enum(toldTo))
    .max(toldTo.length)
    .refine(list => new Set(list).size === list.length, 'twice')
    .default([]),
})
export type Incident = z.infer<typeof Incident>

const people = (max: number) =>
  z
    .array(Id)
    .max(max)
    .refine(list => new Set(list).size === list.length, 'twice')
    .default([])
const content = {
  compartment: NoteSection,
  kind: NoteKind,
  heldOn: PlainDate,
  /** Who was there: colleagues of this node, people of the register, others in words. */
  colleagues: people(20),
  family: people(20),
  others: line(200).optional(),
  words: paragraph(8000),
  incident: Incident.optional(),
}
const whole = (one: { kind: NoteKind; incident?: unknown }) =>
  (one.kind === 'incident') === (one.incident !== undefined)
const fault = { path: ['incident', 'what'], message: 'required' }

export const WriteNote = z
  .strictObject({
    /** Made by the device, so that a repeated command writes one note. */
    id: Id,
    ...content,
    /** A task of the same person that is done with it. */
    taskId: Id.optional(),
  })
  .refine(whole, fault)
export type WriteNote = z.infer<typeof WriteNote>
export const ChangeNote = z.strictObject(content).refine(whole, fault)
export type ChangeNote = z.infer<typeof ChangeNote>

export const Amendment = z.strictObject({ id: Id, words: z.string(), by: Colleague, at: Instant })
export const Note = z.strictObject({
  id: Id,
  version: z.number().int(),
  personId: Id,
  caseId: Id.optional(),
  compartment: NoteSection,
  kind: NoteKind,
  heldOn: PlainDate,
  colleagues: z.array(Colleague),
  /** Those that are open to the reader. */
  family: z.array(z.strictObject({ id: Id, name: z.string() })),
  others: z.string().optional(),
  words: z.string(),
  incident: z
    .strictObject({
      what: z.enum(incidentKinds),
      place: z.string().optional(),
      done: z.string().optional(),
      told: z.array(z.enum(toldTo)),
    })
    .optional(),
  taskId: Id.optional(),
  by: Colleague,
  writtenAt: Instant,
  updatedAt: Instant,
  /** From this day on it is amended, and not changed. */
  locksOn: PlainDate,
  mayChange: z.boolean(),
  mayAmend: z.boolean(),
  amendments: z.array(Amendment),
})
export type Note = z.infer<typeof Note>

export const ListNotes = z.strictObject({ ...pageQuery, kind: NoteKind.optional() })
/** Words travel in the body: an address is kept where nobody looks after it. */
export const FindNotes = z.strictObject({
  words: line(200),
  kind: NoteKind.optional(),
  cursor: z.string().max(500).optional(),
  limit: z.number().int().min(1).max(100).default(20),
})
export type FindNotes = z.infer<typeof FindNotes>
export const NotePage = z.strictObject({
  rows: z.array(Note),
  next: z.string().optional(),
  /** Sections in which the asker may write here. */
  mayWrite: z.array(NoteSection),
})
export type NotePage = z.infer<typeof NotePage>

/** Whoever can be named as being there: the household of the person, as far as it is open to the asker. */
export const NotePeople = z.strictObject({ rows: z.array(z.strictObject({ id: Id, name: z.string() })) })

/** Is the note shut to changes on this day? @param locksOn the first day on which it is */
export const isLocked = (locksOn: string, today: string): boolean => today >= locksOn
