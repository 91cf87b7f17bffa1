/**
 * Why two names or persons were judged the same or not: codes for screens, sentences for the ports.
 * Codes are a promise to clients and translators: never renamed, never reused.
 */

export type ReasonKind = 'for' | 'against' | 'none'

export interface Reason {
  code: string
  kind: ReasonKind
  params?: Record<string, string>
}

const sentences: Readonly<Record<string, string>> = {
  'given-same': 'same given name',
  'given-spelling': 'same given name in another spelling or script ({a}, {b})',
  'given-variant': 'two forms of one given name ({a}, {b})',
  'given-near': 'given names differ by about one letter ({a}, {b})',
  'given-initial': 'the initial fits the given name ({a}, {b})',
  'given-affix': 'same given name with and without a polite ending ({a}, {b})',
  'given-joined': 'same given name written as one word and as two ({a}, {b})',
  'given-omitted': 'given name omitted on one side: no evidence ({a})',
  'given-doubtful': 'given names are alike but not the same ({a}, {b})',
  'given-differs': 'given names differ ({a}, {b})',
  'given-initial-differs': 'the initial does not fit the given name ({a}, {b})',
  'patronymic-same': 'same patronymic',
  'patronymic-other-form': 'same patronymic in forms of two traditions ({a}, {b})',
  'patronymic-spelling': 'same patronymic in another spelling or script ({a}, {b})',
  'patronymic-variant': 'patronymics from two forms of one name ({a}, {b})',
  'patronymic-near': 'patronymics differ by about one letter ({a}, {b})',
  'patronymic-initial': 'the initial fits the patronymic ({a}, {b})',
  'patronymic-joined': 'same patronymic written as one word and as two ({a}, {b})',
  'patronymic-omitted': 'patronymic omitted on one side: no evidence ({a})',
  'patronymic-doubtful': 'patronymics are alike but not the same ({a}, {b})',
  'patronymic-differs': 'patronymics differ ({a}, {b})',
  'patronymic-initial-differs': 'the initial does not fit the patronymic ({a}, {b})',
  'family-same': 'same family name',
  'family-other-form': 'same family name with another ending ({a}, {b})',
  'family-spelling': 'same family name in another spelling or script ({a}, {b})',
  'family-variant': 'family names from two forms of one name ({a}, {b})',
  'family-near': 'family names differ by about one letter ({a}, {b})',
  'family-initial': 'the initial fits the family name ({a}, {b})',
  'family-joined': 'same family name written as one word and as two ({a}, {b})',
  'family-omitted': 'family name omitted on one side: no evidence ({a})',
  'family-doubtful': 'family names are alike but not the same ({a}, {b})',
  'family-differs': 'family names differ ({a}, {b})',
  'family-initial-differs': 'the initial does not fit the family name ({a}, {b})',
  'name-same': 'same name',
  'name-spelling': 'same name in another spelling or script ({a}, {b})',
  'name-variant': 'two forms of one name ({a}, {b})',
  'name-near': 'names differ by about one letter ({a}, {b})',
  'name-initial': 'the initial fits the name ({a}, {b})',
  'name-affix': 'same name with and without a polite ending ({a}, {b})',
  'name-joined': 'same name written as one word and as two ({a}, {b})',
  'name-omitted': 'part of the name omitted on one side: no evidence ({a})',
  'name-doubtful': 'names are alike but not the same ({a}, {b})',
  'name-differs': 'names differ ({a}, {b})',
  'name-initial-differs': 'the initial does not fit the name ({a}, {b})',
  'patronymic-as-family': "the father's name serves as family name on one side ({a}, {b})",
  'patronymic-unmarked': "the father's name stands without its ending on one side ({a}, {b})",
  'given-family-swapped': 'given and family name stand in each other’s place ({a}, {b})',
  'space-moved': 'the space between two words stands one letter off ({a}, {b})',
  'order-differs': 'the words of the name stand in another order',
  'frequent-name': 'the name is frequent and weighs little ({a})',
  'no-given-name': 'no given name to compare on both sides: not enough for a match',
  'word-begins': 'the text typed begins words of the name',
  'no-name': 'no readable name on one side',
  'birth-date-same': 'same birth date',
  'birth-month-same': 'same birth year and month',
  'birth-year-same': 'same birth year',
  'birth-date-swapped': 'birth day and month swapped',
  'birth-day-slip': 'birth day or month differs by a slip',
  'birth-year-slip': 'birth year differs by a slip, day and month agree',
  'birth-year-near': 'birth years are near, one is estimated or only the year is known',
  'birth-date-differs': 'same birth year, other day and month',
  'birth-year-differs': 'other birth year ({a}, {b})',
  'birth-date-omitted': 'birth date unknown on one side: no evidence',
  'sex-same': 'same sex',
  'sex-differs': 'other sex',
  'place-same': 'same place',
  'place-differs': 'other place: people move, weak evidence',
  'place-differs-too': 'other place beside what differs already',
  'kin-same': 'same {relation} ({a}, {b})',
  'kin-differs': 'other {relation} ({a}, {b})',
}

export const reasonCodes: readonly string[] = Object.keys(sentences)

/** The reason as an English sentence without a full stop, for the ports. */
export function explain(reason: Reason): string {
  const sentence = sentences[reason.code] ?? reason.code
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => reason.params?.[name] ?? '')
}
