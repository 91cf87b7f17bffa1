/** Names across scripts: the door of the library. Pure: no I/O, no clock, nothing but the arguments. */
export { compareBirthDates, readBirthDate } from './compare/birthDate.ts'
export { type Comparison, compareNames, matchThreshold, scoreOf } from './compare/compareNames.ts'
export {
  comparePersons,
  type PersonFields,
  type PreparedPerson,
  preparePerson,
} from './compare/comparePersons.ts'
export { foldName } from './fold.ts'
export { countedFrequencies, countNames, type NameFrequencies } from './compare/frequencies.ts'
export { foldedText, keyVersion, queryKeys, searchKeys } from './keys.ts'
export { type NameFields, type NameInput, type NameWord, type ParsedName, parseName } from './parse.ts'
export { type NameCache, nameCache, type PreparedName, prepareName } from './compare/prepare.ts'
export { explain, type Reason, type ReasonKind, reasonCodes } from './compare/reasons.ts'
export { scriptOf } from './script.ts'
export {
  romanise,
  type RomaniseOptions,
  type RomanLanguage,
  romanLanguages,
  type RomanStandard,
  romanStandards,
  supportedRomanisations,
} from './romanise.ts'
export { buildNameIndex, type Found, type NameIndex } from './find.ts'
export { type ColumnKind, columnKinds, type LinkColumn } from './linkage/fields.ts'
export { type Link, type LinkSummary, link, possibleThreshold } from './linkage/link.ts'
export type { Weights } from './linkage/weights.ts'
