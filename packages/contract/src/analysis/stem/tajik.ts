/**
 * Tajik, Cyrillic: an Iranian language, so its endings are few and stand one behind the other; verbs take prefixes too.
 * Sources of the rules: Wikipedia, "Tajik language" and "Tajik grammar"; J. Perry, A Tajik Persian Reference Grammar (2005), chapters 2 and 3.
 * Words and choices are ours.
 */
import type { Rules } from './engine.ts'

export const tajik: Rules = {
  vowels: 'аеёиӣоуӯэюя',
  back: '',
  front: '',
  voiceless: '',
  least: 3,
  sounds: {},
  layers: [
    { name: 'object', suffixes: 'ро' },
    { name: 'whose', suffixes: 'ашон амон атон яшон ямон ятон аш яш', least: 3 },
    { name: 'and', suffixes: 'ву', least: 4 },
    { name: 'link', suffixes: 'и е', least: 3 },
    { name: 'plural', suffixes: 'ҳо ҳои ҳое', least: 2 },
    { name: 'plural-of-persons', suffixes: 'гон ён вон', least: 3 },
    { name: 'plural-short', suffixes: 'он', least: 4 },
    { name: 'degree', suffixes: 'тар тарин', least: 3 },
    {
      name: 'verb',
      suffixes: 'анд аанд ан ад ем ед аст ааст',
      least: 3,
    },
  ],
  last: {},
  dropped: '',
  whole: `
    кӯдак модар падар хоҳар бародар духтар писар мактаб оила ҷомеа забон имкон инсон ҷаҳон
    замон Тоҷикистон тоҷикистон ӯзбекистон қирғизистон қазоқистон туркманистон кӯдакистон
    ватан сухан шаҳрванд баланд фарзанд монанд пайванд дастгоҳ хонавода гумон осон дармон
    фармон паймон мизон табобат муддат зан тан барои дарди ноҳия ҷавон баён миён поён хона
    санад дард мард кард фард навад садама шиканҷа
  `,
  irregular: {
    бачагон: 'бача',
    занон: 'зан',
    мардон: 'мард',
    ҷавонон: 'ҷавон',
    модарон: 'модар',
    падарон: 'падар',
    дӯстон: 'дӯст',
    шаҳрвандон: 'шаҳрванд',
    духтурон: 'духтур',
  },
}
