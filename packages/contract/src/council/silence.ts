/**
 * The life of a decision: draft, in the room or under silence, adopted, broken, withdrawn. Pure: the moment comes
 * from the server's clock, never from a device. Adoption and withdrawal are ends; a clock that jumps back opens neither.
 */
import { type Instant, type Language, languages, type MultiText, type PlainDate } from '../common.ts'
import type { BodyRules } from './rules.ts'

export const decisionStates = ['draft', 'room', 'silence', 'adopted', 'broken', 'withdrawn'] as const
export type DecisionState = (typeof decisionStates)[number]

const next: Readonly<Record<DecisionState, readonly DecisionState[]>> = {
  draft: ['room', 'silence', 'withdrawn'],
  room: ['adopted', 'broken', 'draft', 'withdrawn'],
  silence: ['adopted', 'broken', 'withdrawn'],
  // What one state could not accept is written anew, and asked anew.
  broken: ['draft', 'withdrawn'],
  adopted: [],
  withdrawn: [],
}

export const mayBecome = (from: DecisionState, to: DecisionState): boolean => next[from].includes(to)
export const isEnded = (state: DecisionState): boolean => next[state].length === 0

/** Over from the stated second on: an objection of that very second comes too late. */
export const isOver = (expiresAt: Instant, now: Instant): boolean => Date.parse(now) >= Date.parse(expiresAt)

const hour = 3_600_000

/** The earliest expiry that the body's rules allow. */
export const earliestExpiry = (rules: Pick<BodyRules, 'silenceHours'>, now: Instant): Instant =>
  new Date(Date.parse(now) + rules.silenceHours * hour).toISOString()

/** Code of what is wrong with an expiry; `null` when it may be set. @param before the one that is extended */
export function expiryFault(
  rules: Pick<BodyRules, 'silenceHours'>,
  now: Instant,
  expiresAt: Instant,
  before?: Instant,
): 'silence-too-short' | 'silence-too-long' | 'silence-not-longer' | null {
  const at = Date.parse(expiresAt)
  if (at > Date.parse(now) + 366 * 24 * hour) return 'silence-too-long'
  if (before !== undefined) return at > Date.parse(before) ? null : 'silence-not-longer'
  return at >= Date.parse(earliestExpiry(rules, now)) ? null : 'silence-too-short'
}

/** Languages that the rules ask for and that are not there in a checked text. */
export const missingLanguages = (texts: MultiText, required: readonly Language[]): Language[] =>
  required.filter(language => texts[language]?.state !== 'checked')

interface Said {
  title: MultiText
  texts: MultiText
}

const words = ({ title, texts }: Said, language: Language) =>
  JSON.stringify([title[language]?.text ?? null, texts[language]?.text ?? null])

/** A language that was there, and is there still, in other words. */
const isChanged = (before: Said, after: Said, language: Language) =>
  before.texts[language] !== undefined &&
  after.texts[language] !== undefined &&
  words(before, language) !== words(after, language)

/** Languages that stayed as they were while another one changed: somebody has to look whether they still say the same. */
export const leftBehind = (before: Said, after: Said): Language[] =>
  languages.some(language => isChanged(before, after, language))
    ? languages.filter(
        language => after.texts[language] !== undefined && words(before, language) === words(after, language),
      )
    : []

/**
 * What another version of the text says of its languages: those left behind are stale, unless it was said that they still say
 * the same. No language is the source of the others.
 */
export function withStale<Text extends Said>(
  before: Said,
  after: Text,
  stillRight: readonly Language[],
): Text {
  const behind = leftBehind(before, after).filter(language => !stillRight.includes(language))
  const mark = (map: MultiText): MultiText =>
    Object.fromEntries(
      languages.flatMap(language => {
        const one = map[language]
        if (!one) return []
        return [
          [language, one.state === 'checked' && behind.includes(language) ? { ...one, state: 'stale' } : one],
        ]
      }),
    ) as MultiText
  return { ...after, title: mark(after.title), texts: mark(after.texts) }
}

/** Whoever speaks for a party: what the party is, and whether this person may speak for it on a day. */
export interface Standing {
  classification: string
  credentials: string
  from: PlainDate
  to?: PlainDate | undefined
}

/** Why somebody does not speak for a party; `null` when they do. */
export function voiceHindrance(
  standing: Standing | undefined,
  day: PlainDate,
): 'no-delegation' | 'no-credentials' | 'term-ended' | null {
  if (!standing) return 'no-delegation'
  if (day < standing.from || (standing.to !== undefined && day > standing.to)) return 'term-ended'
  return standing.credentials === 'accepted' ? null : 'no-credentials'
}

/** Why a party cannot object here and now; `null` when it can. Only those who count for consensus can. */
export function objectionHindrance(
  decision: { state: DecisionState; expiresAt?: Instant | undefined },
  standing: Standing | undefined,
  rules: Pick<BodyRules, 'counted'>,
  now: Instant,
):
  | 'no-delegation'
  | 'no-credentials'
  | 'term-ended'
  | 'not-counted'
  | 'decision-not-open'
  | 'silence-over'
  | null {
  const voice = voiceHindrance(standing, now.slice(0, 10))
  if (voice) return voice
  if (!rules.counted.some(one => one === standing?.classification)) return 'not-counted'
  if (decision.state !== 'silence' && decision.state !== 'room') return 'decision-not-open'
  if (decision.state === 'silence' && decision.expiresAt && isOver(decision.expiresAt, now))
    return 'silence-over'
  return null
}

/** Enough of those who count are there. */
export const isQuorate = (present: number, rules: Pick<BodyRules, 'quorum'>): boolean =>
  present >= rules.quorum

export const stepKinds = [
  'drafted',
  'rewritten',
  'put-in-room',
  'put-under-silence',
  'put-to-vote',
  'voted-for',
  'voted-against',
  'abstained',
  'extended',
  'restarted',
  'objected',
  'reserved',
  'interpreted',
  'adopted',
  'broken',
  'withdrawn',
  'revised',
] as const
export type StepKind = (typeof stepKinds)[number]
