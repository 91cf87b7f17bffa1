/**
 * What a harvester asks (OAI-PMH 2.0, sections 2.5, 3.1.1 and 3.6), told apart from what the protocol does not know. Every
 * fault has the code of the protocol; several are told at once.
 */
export const verbs = [
  'Identify',
  'ListMetadataFormats',
  'ListSets',
  'ListIdentifiers',
  'ListRecords',
  'GetRecord',
] as const
export type Verb = (typeof verbs)[number]

export interface OaiFault {
  readonly code:
    | 'badArgument'
    | 'badResumptionToken'
    | 'badVerb'
    | 'cannotDisseminateFormat'
    | 'idDoesNotExist'
    | 'noRecordsMatch'
  readonly message: string
}

/** A list from where it goes on. Moments are whole seconds, ISO 8601. */
export interface Selection {
  readonly verb: 'ListIdentifiers' | 'ListRecords'
  readonly from?: string | undefined
  readonly until?: string | undefined
  readonly set?: string | undefined
}

export type Asked =
  | { readonly verb: 'Identify' | 'ListSets' }
  | { readonly verb: 'ListMetadataFormats'; readonly identifier: string | undefined }
  | { readonly verb: 'GetRecord'; readonly identifier: string }
  | ({ readonly token: string | undefined } & Selection)

const rules: Readonly<
  Record<Verb, { required: readonly string[]; optional: readonly string[]; alone?: string }>
> = {
  Identify: { required: [], optional: [] },
  ListMetadataFormats: { required: [], optional: ['identifier'] },
  ListSets: { required: [], optional: [], alone: 'resumptionToken' },
  ListIdentifiers: {
    required: ['metadataPrefix'],
    optional: ['from', 'until', 'set'],
    alone: 'resumptionToken',
  },
  ListRecords: { required: ['metadataPrefix'], optional: ['from', 'until', 'set'], alone: 'resumptionToken' },
  GetRecord: { required: ['identifier', 'metadataPrefix'], optional: [] },
}

export const metadataPrefix = 'oai_dc'

export function readAsked(all: URLSearchParams): Asked | OaiFault[] {
  const named = all.getAll('verb')
  const verb = verbs.find(one => one === named[0])
  if (named.length !== 1 || verb === undefined) {
    return [fault('badVerb', named.length > 1 ? 'The verb stands twice.' : 'There is no such verb.')]
  }
  const { required, optional, alone } = rules[verb]
  const names = [...new Set(all.keys())].filter(name => name !== 'verb')
  const twice = names.filter(name => all.getAll(name).length > 1)
  const resumed = alone !== undefined && names.includes(alone)
  const known = resumed ? [alone] : [...required, ...optional]
  const faults = [
    ...twice.map(() => fault('badArgument', 'An argument stands twice.')),
    ...names
      .filter(name => !known.includes(name))
      .map(() => fault('badArgument', 'An argument does not belong to this verb.')),
    ...(resumed
      ? []
      : required
          .filter(name => !names.includes(name))
          .map(name => fault('badArgument', `The argument ${name} is missing.`))),
  ]
  if (faults.length > 0) return faults
  const value = (name: string) => all.get(name) ?? undefined
  if (resumed && verb === 'ListSets')
    return [fault('badResumptionToken', 'Sets are few: no list of them goes on.')]
  if (!resumed && known.includes('metadataPrefix') && value('metadataPrefix') !== metadataPrefix) {
    return [fault('cannotDisseminateFormat', 'Only oai_dc is given.')]
  }
  switch (verb) {
    case 'Identify':
    case 'ListSets':
      return { verb }
    case 'ListMetadataFormats':
      return { verb, identifier: value('identifier') }
    case 'GetRecord':
      return { verb, identifier: value('identifier') ?? '' }
    default:
      return resumed ? { verb, token: value('resumptionToken') } : selection(verb, value)
  }
}

function selection(verb: Selection['verb'], value: (name: string) => string | undefined): Asked | OaiFault[] {
  const from = value('from')
  const until = value('until')
  const begins = from === undefined ? undefined : momentOf(from, '00:00:00')
  const ends = until === undefined ? undefined : momentOf(until, '23:59:59')
  if (begins === null || ends === null)
    return [fault('badArgument', 'A date is YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ.')]
  if (from !== undefined && until !== undefined && from.length !== until.length) {
    return [fault('badArgument', 'Both dates have to be of one granularity.')]
  }
  if (begins !== undefined && ends !== undefined && begins > ends) {
    return [fault('badArgument', 'The first date is later than the last.')]
  }
  return { verb, token: undefined, from: begins, until: ends, set: value('set') }
}

/** A day as its first or last second. @returns null for what is no day */
function momentOf(text: string, time: string): string | null {
  const match = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d)Z)?$/.exec(text)
  if (!match) return null
  const moment = `${match[1]}T${match[2] ?? time}Z`
  const at = new Date(moment)
  return !Number.isNaN(at.getTime()) && at.toISOString() === `${moment.slice(0, -1)}.000Z` ? moment : null
}

export const fault = (code: OaiFault['code'], message: string): OaiFault => ({ code, message })

export const isFaults = (asked: Asked | readonly OaiFault[]): asked is readonly OaiFault[] =>
  Array.isArray(asked)
