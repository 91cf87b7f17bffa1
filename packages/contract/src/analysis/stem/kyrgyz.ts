/**
 * Kyrgyz, Cyrillic. Sources of the rules: Wikipedia, "Kyrgyz language" (cases, possession, verbs); K. Kudaibergenov and others, Azyrky kyrgyz
 * adabij tili (2009), morphology. Words and choices are ours.
 */
import type { Rules } from './engine.ts'

export const kyrgyz: Rules = {
  vowels: 'аеёиоөуүыэюя',
  back: 'аоуыёюя',
  front: 'еиөүэ',
  voiceless: 'пткхсшщчцф',
  least: 2,
  shows: 'NL',
  sounds: {
    A: ['а', 'е', 'о', 'ө'],
    Y: ['ы', 'и', 'у', 'ү'],
    U: ['уу', 'үү', 'оо', 'өө'],
    D: ['д', 'т'],
    L: ['л', 'д', 'т'],
    N: ['н', 'д', 'т'],
    G: ['г', 'к'],
    B: ['б', 'п'],
  },
  layers: [
    { name: 'question', suffixes: 'BY', least: 4, inside: [''] },
    {
      name: 'case-of-owned',
      suffixes: `
        (с)YндA (с)YнAн (с)YнA (с)YнYн (с)YндAгY (с)Yн YмдA YмA (Y)бYздA (Y)бYзгA (Y)бYздYн
        (Y)бYздY
      `,
    },
    { name: 'of-place', suffixes: 'DAгY', least: 3 },
    { name: 'case', suffixes: 'NYн GA NY DA DAн нан нен нон нөн' },
    { name: 'like', suffixes: 'DAй ча че чо чө', least: 4 },
    {
      name: 'verb',
      suffixes: `
        BAгAн BAдY BAйт BAй BAсA GAн GAндYк GAндYктAн GAнбYз GAнмYн GAнсYз GAнсYң Aт йт AбYз
        йбYз AмYн ймYн AсYз йсYз AсYң йсYң AсYңAр йсYңAр AрбYз AрмYн AрсYз DY DYм DYк DYң DYңYз
        DYңAр чу чү чубуз чүбүз чумун чүмүн чусуз чүсүз Yп GYчA  GAны GAнY сA сAк сAм сAңYз
        сYн Aлы йлы йлу GYлA Aр Yш
      `,
    },
    { name: 'verb', after: 'vowel', suffixes: 'п йт йбYз ймYн йсYз йсYң йсYңAр', least: 3 },
    { name: 'verbal-noun', suffixes: 'U' },
    { name: 'owner', suffixes: '(с)Y YбYз бYз YңYз ңYз' },
    { name: 'owner-i', suffixes: 'Yм Yң', least: 3 },
    { name: 'plural', suffixes: 'LAр' },
    { name: 'not', suffixes: 'BA', inside: ['verb', 'verbal-noun'] },
    {
      name: 'voice',
      suffixes: 'Yл Yн Yш л ш',
      inside: ['verb', 'verbal-noun', 'not', 'case', 'owner'],
      least: 3,
    },
  ],
  last: { б: 'п', г: 'к' },
  dropped: 'ыиуү',
  droppedLong: { letters: 'аеоө', from: 4 },
  whole: `
    мектеп китеп жооп эсеп үй-бүлө
    адам кыргызстан өлкө бала эне ата маселе балка калаа шаар заман мекен орган кеңеш киши
    жардам жетим мугалим илим коом үй укук жарак кеп топ себеп талап кооп айып тил жыл айыл
    акыл күн түн жаш баш иш кыш таш тегиз негиз кабар сапар базар убакыт саламат маалымат
    мамлекет кызмат сабат ден соо оору тууган душман каада чара чек көчө бакча акча
    элчи окуучу
  `,
  irregular: {
    орд: 'орун',
    орн: 'орун',
    оозу: 'ооз',
    калк: 'калк',
    балдар: 'бала',
    балд: 'бала',
    мурд: 'мурун',
    мурн: 'мурун',
    көңл: 'көңүл',
  },
}
