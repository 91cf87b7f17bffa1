/**
 * The rules of a body as one settings document. The Council has published none, so each default names where the
 * habit comes from (docs/council.md); a body changes them by two persons, and every version stays.
 */
import { z } from 'zod'
import { Language } from '../common.ts'
import { fitPattern } from './symbols.ts'
import { votingRules } from './voting.ts'

export const classifications = ['member', 'partner', 'observer', 'experts'] as const
export const Classification = z.enum(classifications)
export type Classification = z.infer<typeof Classification>

export const PartyCode = z.string().regex(/^[A-Z][A-Z0-9-]{1,19}$/, 'party-code')

export const BodyRules = z.strictObject({
  /** The order in which states take the chair. */
  rotation: z.array(PartyCode).max(20),
  chairMonths: z.number().int().min(1).max(60),
  /** Parties that must be there for a decision in the room. */
  quorum: z.number().int().min(1).max(50),
  /** Whether a decision may be put to a vote in the room, and which majority carries it. */
  voting: z.enum(votingRules).default('never'),
  /** Whose objection stops a consensus. */
  counted: z.array(Classification).min(1).max(4),
  /** The shortest silence. */
  silenceHours: z.number().int().min(1).max(2160),
  /** How long before its end everybody is reminded. */
  reminderHours: z.number().int().min(0).max(720),
  /** Languages in which a checked text must stand before silence begins. */
  languages: z.array(Language).min(1).max(7),
  /** A translation that changes under silence. */
  translationChange: z.enum(['restart', 'refuse']),
  correctionDays: z.number().int().min(1).max(365),
  /** Whose delegations file statements. */
  statements: z.array(Classification).min(1).max(4),
  /** How long before a session everybody is told that its digest is there; 0 tells nobody. */
  digestDays: z.number().int().min(0).max(60),
  sessionPattern: z
    .string()
    .max(60)
    .refine(text => fitPattern(text, 'session'), 'pattern-unfit'),
  decisionPattern: z
    .string()
    .max(60)
    .refine(text => fitPattern(text, 'decision'), 'pattern-unfit'),
})
export type BodyRules = z.infer<typeof BodyRules>
export const ruleNames = Object.keys(BodyRules.shape) as (keyof BodyRules)[]

/** Where each default comes from: a text that others wrote, a practice that others follow, or our own proposal. */
export const ruleSources: Readonly<Record<keyof BodyRules, readonly string[]>> = {
  rotation: ['sic-icsd.com.tm/en/zasedaniya-komissii/2019-2021-uzbekistan', 'isrs.uz'],
  chairMonths: [],
  quorum: [],
  voting: ['A/520/Rev.20'],
  counted: ['MC.DOC/1/06'],
  silenceHours: ['MC.DOC/1/06'],
  reminderHours: [],
  languages: [],
  translationChange: [],
  correctionDays: ['un.org/en/ga/documents/pvsr.asp'],
  statements: ['MC.DOC/1/06'],
  digestDays: [],
  sessionPattern: ['un.org/Depts/dhl/resguide/symbol.htm'],
  decisionPattern: ['un.org/Depts/dhl/resguide/symbol.htm'],
}

/** Rules of a body nobody has changed yet. @param group `WG.PSS`, `FP`; absent for the Council itself */
export const defaultRules = (group?: string): BodyRules => ({
  // Uzbekistan hosted in 2024 and Kazakhstan chaired in 2025; the rest of the order is alphabetical until decided.
  rotation: ['UZ', 'KZ', 'KG', 'TJ', 'TM'],
  chairMonths: 12,
  quorum: 3,
  voting: 'never',
  counted: ['member'],
  silenceHours: 72,
  reminderHours: 24,
  languages: ['en', 'ru'],
  translationChange: 'restart',
  correctionDays: 14,
  statements: ['member', 'partner', 'observer'],
  digestDays: 7,
  sessionPattern: group ? `REC/{year}/${group}/{n}` : 'REC/{year}/SES.{n}',
  decisionPattern: group ? `REC/{year}/${group}/DEC.{n}` : 'REC/{year}/DEC.{n}',
})
