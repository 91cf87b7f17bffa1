/** English. */
import type { WordTable } from '../table.ts'

export const en: WordTable = {
  people:
    'child children childs childrens kid kids boy boys girl girls teenager* adolescent* infant* baby babies babys toddler* ' +
    'orphan* woman womans women womens mother mothers father fathers grandmother* grandfather* widow widows wife wifes wives ' +
    'husband* son sons daughter* brother* sister* returnee* family familys families youth youths relatives survivor*',
  settlements: 'village* hamlet* kishlak* aul auls aiyl ayil mahalla mahallas',
  settlementLetters: '',
  districts: 'district districts raion rayon etrap tuman',
  numbers: 'one two three four five six seven eight nine',
  ages: 'year-old year years yo aged',
  speech: 'said says told tells recalls recalled explained remembers adds added',
  namedBefore: ['named', 'called', 'whose name is', 'name is', 'by the name of'],
  namedAfter: '',
  namesake: 'after memory honour honor',
  wordings: [
    {
      code: 'label-relative',
      severity: 'strong',
      find: [
        'terrorist|terrorists|extremist|extremists|militant|militants|fighter|fighters|jihadist*|jihadi|jihadis {people}',
        '{people} of ~ ~ terrorists|terrorist|militants|militant|fighters|fighter|jihadists|jihadist|extremists|extremist',
        'enemy|enemies {people}',
        '{people} of the enemy|enemies',
      ],
      instead: 'child, woman, family who came home',
    },
    {
      code: 'label-group',
      severity: 'strong',
      find: [
        'isis|isil|daesh|caliphate|jihad|jihadi {people}|bride|brides|cub|cubs',
        'isis|isil|daesh affiliated|linked|related|associated ~ {people}',
        '{people} of isis|isil|daesh',
        '{people} of the caliphate|jihad',
        'cubs|lions of the caliphate',
        'jihadi bride|brides',
      ],
      instead: 'woman or child who came home from a conflict zone',
    },
    { code: 'label-group', severity: 'strong', find: ['jihadist*'], instead: 'returnee; person' },
    {
      code: 'label-crime',
      severity: 'look',
      find: ['terrorists', 'ex fighter|fighters|terrorist|terrorists', 'foreign fighters'],
      instead: 'person; adult whose case is before a court',
    },
    {
      code: 'label-threat',
      severity: 'strong',
      find: [
        'time bomb*',
        'ticking bomb*',
        'walking|living bomb*',
        'zombie*',
        'zombif*',
        'sleeper cell*',
        'breeding ground*',
        'future|potential terrorist*',
        'dangerous {people}',
        'infected with ~ ideology',
        'contaminated {people}',
      ],
      instead: 'child, woman; say which help is needed',
    },
    {
      code: 'label-belief',
      severity: 'strong',
      find: [
        'radical|radicalised|radicalized|fanatical|indoctrinated {people}',
        'brainwash*',
        'fanatic|fanatics',
        'ideologically contaminated',
      ],
      instead: 'child, woman; say what was seen and what was asked for, not what somebody believes',
    },
    {
      code: 'label-object',
      severity: 'strong',
      find: [
        'deradicali* ~ ~ {people}',
        'de radicali* ~ ~ {people}',
        'deradicali* of ~ {people}',
        're educat* ~ ~ {people}',
        'reeducat* ~ ~ {people}',
        'reprogram* ~ {people}',
        'treated|cured of ~ ideology',
      ],
      instead: 'support the child; work together with the family',
    },
    {
      code: 'label-origin',
      severity: 'strong',
      find: [
        'illegitimate {people}',
        'bastard|bastards',
        'fatherless {people}',
        '{people} born out of wedlock',
      ],
      instead: 'child',
    },
    {
      code: 'label-health',
      severity: 'look',
      find: [
        'retarded',
        'handicapped',
        'crippled',
        'cripple|cripples',
        'insane',
        'mentally ill|sick ~ {people}',
        'invalid {people}',
        'crazy',
      ],
      instead: 'child with a disability; woman who needs mental health care',
    },
    {
      code: 'label-armed',
      severity: 'look',
      find: ['child soldier*', 'child fighter*', 'child recruit*', 'boy soldier*'],
      instead: 'child associated with an armed group',
    },
  ],
}
