/** Words of consent and sharing, as codes. What a family agreed to is data; what help it gets never depends on it. */

/** `other-basis`: the law or a court lets something be told whether or not somebody was asked. */
export const consentKinds = ['consent', 'assent', 'refusal', 'other-basis'] as const
export type ConsentKind = (typeof consentKinds)[number]

export const givers = ['self', 'parent', 'guardian', 'court'] as const
export type Giver = (typeof givers)[number]

/** Whether the person whose data these are can decide on them. */
export const capacities = ['alone', 'with-support', 'not'] as const

/** How it was explained; an interpreter is said beside it. */
export const explainedWays = ['talk', 'read-out', 'easy-words', 'pictures', 'by-phone'] as const
export const interpreters = ['none', 'present', 'by-phone', 'relative'] as const

/** What stands behind the yes or the no. */
export const evidences = ['signed', 'mark', 'spoken', 'witness', 'by-phone', 'paper'] as const

export const purposes = [
  'school',
  'health',
  'psychosocial',
  'papers',
  'housing',
  'livelihood',
  'legal-aid',
  'family-tracing',
  'placement',
  'safety',
] as const
export type Purpose = (typeof purposes)[number]

/** Of what kind an other lawful basis is; which law or decision it is stands beside it in words. */
export const otherBases = ['law', 'court-decision', 'life-in-danger'] as const

/** What became of a record; all but the first stop what rests on it. */
export const effects = [
  'in-effect',
  'not-yet',
  'expired',
  'withdrawn',
  'came-of-age',
  'custody-ended',
] as const
export type Effect = (typeof effects)[number]

/** How something was told. */
export const toldWays = [
  'spoken',
  'by-phone',
  'sheet',
  'letter',
  'mail',
  'meeting',
  'referral',
  'transfer',
  'file',
] as const
/** Those that somebody chooses; a referral, a transfer and a file for other programs say for themselves what they are. */
export const chosenWays = toldWays.filter(way => way !== 'referral' && way !== 'transfer' && way !== 'file')
