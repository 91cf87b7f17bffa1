/**
 * What a colleague has to mind before getting in touch with a family, as versioned data: practical things that the family asked for or
 * needs, each in the section of its readers. None speaks of anybody's character or past, and there is no code for danger from anybody.
 */
import { z } from 'zod'
import { Compartment } from '../access/compartments.ts'
import { Id, Instant, type Language, Language as LanguageCode, line, PlainDate } from '../common.ts'
import { Colleague } from '../tasks/schema.ts'
import first from './data/flags.1.json' with { type: 'json' }

const Code = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/)
const FlagSet = z.strictObject({
  version: z.string(),
  flags: z.array(
    z.strictObject({ code: Code, compartment: Compartment, text: z.record(LanguageCode, z.string()) }),
  ),
})
type FlagSet = z.infer<typeof FlagSet>

const versions: readonly FlagSet[] = [FlagSet.parse(first)]
/** Those that can be set today. */
export const flagSet: FlagSet = versions.at(-1) ?? FlagSet.parse(first)

/** A flag that was set by an older list keeps its words. */
export const flagOf = (code: string, version: string = flagSet.version) =>
  versions.find(one => one.version === version)?.flags.find(one => one.code === code)
export const flagText = (code: string, version: string, language: Language): string =>
  flagOf(code, version)?.text[language] ?? code

export const Flag = z.strictObject({
  id: Id,
  personId: Id,
  code: z.string(),
  codeVersion: z.string(),
  compartment: Compartment,
  /** In a few words: which language, through whom, at which hours. */
  words: z.string().optional(),
  since: PlainDate,
  until: PlainDate.optional(),
  by: Colleague,
  at: Instant,
  mayLift: z.boolean(),
})
export type Flag = z.infer<typeof Flag>
export const PersonFlags = z.strictObject({
  rows: z.array(Flag),
  /** Sections in which the asker may set one. */
  maySet: z.array(Compartment),
})
export type PersonFlags = z.infer<typeof PersonFlags>

export const SetFlag = z
  .strictObject({
    /** Made by the device, so that a repeated command sets one. */
    id: Id,
    code: Code,
    words: line(120).optional(),
    since: PlainDate,
    until: PlainDate.optional(),
  })
  .refine(one => one.until === undefined || one.until >= one.since, {
    path: ['until'],
    message: 'period-reversed',
  })
export type SetFlag = z.infer<typeof SetFlag>
