/**
 * Kazakh, Cyrillic. Sources of the rules: the noun and verb tables of Wikipedia, "Kazakh language" and "Kazakh grammar"; K. Musaev,
 * Kazakhskij jazyk (2008), chapters on the noun and the verb. Words and choices are ours.
 */
import type { Rules } from './engine.ts'

export const kazakh: Rules = {
  vowels: 'аәеёиіоөуұүыэюя',
  back: 'аоұыёюя',
  front: 'әөүіеэ',
  open: 'аәеоөұүыіэяё',
  voiceless: 'пткқсшщчцфхһ',
  // They end only words of other languages.
  hardened: 'бвгд',
  least: 2,
  shows: 'NL',
  sounds: {
    A: ['а', 'е'],
    Y: ['ы', 'і'],
    D: ['д', 'т'],
    L: ['л', 'д', 'т'],
    N: ['н', 'д', 'т'],
    M: ['м', 'б', 'п'],
    G: ['ғ', 'г', 'қ', 'к'],
    K: ['қ', 'к'],
  },
  layers: [
    {
      // Of one's own thing: the case stands behind the ending of the owner.
      name: 'case-of-owned',
      least: 2,
      suffixes: `
        (с)YнDA (с)YнAн (с)YнA (с)YнYң (с)YндAғы (с)YндAгі YмDA YмA YмYздA YмYзGA YмYзды YмYздің
        YмYздың YмYзді (с)Yн
      `,
    },
    { name: 'with', withoutHarmony: true, suffixes: 'мен бен пен менен' },
    { name: 'of-place', suffixes: 'DAғы DAгі ндағы ндегі', least: 3 },
    { name: 'case', suffixes: 'NYң GA DY DA DAн нан нен' },
    { name: 'case', after: 'vowel', suffixes: 'ны ні', least: 3 },
    { name: 'like', suffixes: 'DAй ша ше', least: 4 },
    {
      name: 'person',
      suffixes: 'мын мін бын бін пын пін сың сің сыз сіз мыз міз быз біз пыз піз',
      inside: [''],
      least: 3,
    },
    {
      name: 'verb',
      least: 2,
      suffixes: `
        GAн GAндY GAнмYн GAнсYз GAнбYз AтYн AтYндар AтYндер AдY  AмYн  AсYң MAдY MAдYм
        MAдYK MAйдY MAйтYн MAғAн MAгAн MAсA MAй MAу DYм DYK DYң DYңYз Yп GAлы GAлі  GYш сA
        сAK сAм сAңYз сYн AйYK йYK ңыз ңіз Yңыз Yңіз
      `,
    },
    { name: 'verb', after: 'vowel', suffixes: 'йтYн йдY ймYз ймYн йсYз йсYң п', least: 4 },
    {
      name: 'future',
      suffixes: 'Aр мас мес бас бес пас пес',
      least: 3,
      inside: ['case', 'case-of-owned'],
    },
    { name: 'future-long', suffixes: 'Aр', least: 4 },
    { name: 'verbal-noun', suffixes: 'у', least: 2 },
    { name: 'owner', suffixes: '(с)Y YмYз мыз міз YңYз ңыз ңіз' },
    { name: 'owner-i', suffixes: 'Yм Yң', least: 3 },
    { name: 'plural', suffixes: 'LAр' },
    { name: 'not', suffixes: 'MA', inside: ['verb', 'verbal-noun', 'future'] },
    { name: 'voice', suffixes: 'Yл Yн', inside: ['verb', 'verbal-noun', 'not'], least: 3 },
  ],
  last: { б: 'п', г: 'к', ғ: 'қ' },
  dropped: 'ыі',
  droppedLong: { letters: 'ае', from: 6 },
  whole: `
    мектеп кітап жауап есеп мәселе келісім көрсет құжат отбасы қызмет
    адам ана бала қоғам бағдарлама ата апа отан қала дала заң көмек жәрдем тұрғын ден тән
    мән арман дарын жалғыз қыз теңіз сегіз негіз өзен мекен кемтар жетім орман салдар қатар
    хабар сапар көктем баға тұлға ақша қарындас тұрмыс бақша мұғалім тәлім мүше шеше соғыс
    құн күн түн шын айып қауіп себеп талап тарап түп топ кеп қап сабын қойын мезгіл ауыл жыл
    тіл көңіл ақыл билік пікір өмір
  `,
  irregular: {
    орн: 'орын',
    ауз: 'ауыз',
    халқ: 'халық',
    халк: 'халық',
    мұрн: 'мұрын',
    ерн: 'ерін',
    көңл: 'көңіл',
    құқ: 'құқық',
    құқығ: 'құқық',
  },
}
