/** The tables of seven languages, made ready to be asked. */
import type { Language } from '../../common.ts'
import { phrases, type Phrases, wordList, type WordTest } from './patterns.ts'
import type { Wording, WordTable } from './table.ts'
import { en } from './tables/en.ts'
import { kk } from './tables/kk.ts'
import { ky } from './tables/ky.ts'
import { ru } from './tables/ru.ts'
import { tg } from './tables/tg.ts'
import { tk } from './tables/tk.ts'
import { uz } from './tables/uz.ts'

export interface LanguageWords {
  people: WordTest
  settlement: WordTest
  settlementLetter: WordTest
  district: WordTest
  number: WordTest
  age: WordTest
  speech: WordTest
  namedBefore: Phrases<true>
  namedAfter: WordTest
  namesake: WordTest
  wordings: Phrases<Wording>
}

function ready(table: WordTable): LanguageWords {
  const people = wordList(table.people)
  return {
    people,
    settlement: wordList(table.settlements),
    settlementLetter: wordList(table.settlementLetters),
    district: wordList(table.districts),
    number: wordList(table.numbers),
    age: wordList(table.ages),
    speech: wordList(table.speech),
    namedBefore: phrases(
      table.namedBefore.map(find => ({ find, of: true as const })),
      people,
    ),
    namedAfter: wordList(table.namedAfter),
    namesake: wordList(table.namesake),
    wordings: phrases(
      table.wordings.flatMap(of => of.find.map(find => ({ find, of }))),
      people,
    ),
  }
}

export const languageTables: Readonly<Record<Language, WordTable>> = { en, ru, kk, ky, tg, tk, uz }

export const languageWords: Readonly<Record<Language, LanguageWords>> = {
  en: ready(en),
  ru: ready(ru),
  kk: ready(kk),
  ky: ready(ky),
  tg: ready(tg),
  tk: ready(tk),
  uz: ready(uz),
}
