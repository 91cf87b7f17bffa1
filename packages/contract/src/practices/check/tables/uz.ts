/** Uzbek, in Latin letters; Cyrillic ones are read as Latin before. Waits for a native reader. */
import type { WordTable } from '../table.ts'

export const uz: WordTable = {
  people:
    'bola bolaga bolani bolaning bolada boladan bolalar* bolasi* goʻdak* chaqaloq* oʻsmir* yetim* qiz qizga qizni qizlar* qizi qizini ' +
    'qizining qizcha* oʻgʻil oʻgʻillar* oʻgʻli oʻgʻlini ayol* ona onasi* onalar* onaga onaning onani ota otasi* otalar* buvi* bobo bobosi ' +
    'beva* tul xotin* er eri aka akasi uka ukasi singil singlisi opa opasi oila* farzand* qarindosh* qaytgan* repatriant* nevara*',
  settlements:
    'qishloq qishlogʻi* qishloqda* qishloqni* qishloqdan* qishloqlik ovul* mahalla mahallasi* mahallada*',
  settlementLetters: '',
  districts: 'tuman tumani* tumanida* tumanda*',
  numbers:
    'bir ikki uch toʻrt besh olti yetti sakkiz toʻqqiz bitta ikkita uchta toʻrtta beshta oltita yettita sakkizta toʻqqizta',
  ages: 'yosh yoshli yoshda yoshdagi yashar oylik',
  speech: 'deydi dedi aytdi aytadi eslaydi hikoya',
  namedBefore: ['ismi', 'oti'],
  namedAfter: 'ismli degan',
  namesake: 'nomidagi nomli nomiga',
  wordings: [
    {
      code: 'label-relative',
      severity: 'strong',
      find: [
        'terrorchi|terrorchining|terrorchilar|terrorchilarning|terrorist|terroristning|terroristlar|terroristlarning ~ {people}',
        'jangari|jangarining|jangarilar|jangarilarning|ekstremist|ekstremistlar|ekstremistlarning|jihodchi|jihodchilar|jihodchilarning ~ {people}',
        'dushman|dushmanning|dushmanlarning {people}',
      ],
      instead: 'bola, ayol, yurtiga qaytgan oila',
    },
    {
      code: 'label-group',
      severity: 'strong',
      find: [
        'ishid|ishidning|ishidchi|daish|doish|daishning|igil|igilning|xalifalik|xalifalikning|xalifatning|jihod {people}|kelini|kelinlari|kelinchaklari',
        'xalifalik sherlari|sherchalari',
      ],
      instead: 'mojaro hududidan qaytgan ayol yoki bola',
    },
    {
      code: 'label-group',
      severity: 'strong',
      find: ['jihodchi*', 'jihodist*', 'jihadist*', 'ishidchi*'],
      instead: 'qaytgan odam',
    },
    {
      code: 'label-crime',
      severity: 'look',
      find: [
        'terrorchi|terrorchilar*|terrorchining',
        'terrorist|terroristlar*',
        'jangari|jangarilar*',
        'ekstremist|ekstremistlar*',
      ],
      instead: 'odam; ishi sudda koʻrilayotgan katta yoshli kishi',
    },
    {
      code: 'label-threat',
      severity: 'strong',
      find: [
        'soatli bomba*',
        'tirik bomba*',
        'sekin portlaydigan bomba*',
        'zombi*',
        'boʻlajak|kelajakdagi terrorchi*|terrorist*',
        'xavfli {people}',
        'zaharlangan {people}',
        'uxlab yotgan yacheyka*',
      ],
      instead: 'bola, ayol; qanday yordam kerakligini yozing',
    },
    {
      code: 'label-belief',
      severity: 'strong',
      find: [
        'radikal|radikallashgan|radikallashib|mutaassib ~ {people}',
        'mutaassiblar*',
        'fanatik*',
        'miyasi yuvilgan|zaharlangan',
        'ongi zaharlangan',
      ],
      instead: 'bola, ayol; eʼtiqodni emas, nimani koʻrganingiz va nima soʻralganini yozing',
    },
    {
      code: 'label-object',
      severity: 'strong',
      find: [
        '{people} ~ deradikal*',
        'deradikal* ~ {people}',
        '{people} qayta tarbiyala*',
        'qayta tarbiyala* ~ {people}',
        'mafkuradan davola*',
      ],
      instead: 'bolani qoʻllab-quvvatlash; oila bilan birga ishlash',
    },
    {
      code: 'label-origin',
      severity: 'strong',
      find: [
        'nikohsiz tugʻilgan ~ {people}',
        'nikohsiz {people}',
        'otasiz {people}',
        'haromi*',
        'haromzoda*',
      ],
      instead: 'bola',
    },
    {
      code: 'label-health',
      severity: 'look',
      find: [
        'nogiron|nogironlar*|nogironlarni ~ {people}',
        'nogiron',
        'aqli zaif',
        'aqli past',
        'telba*',
        'jinni*',
        'majruh*',
        'ruhiy kasal|bemor ~ {people}',
      ],
      instead: 'nogironligi boʻlgan bola; psixiatr yordami kerak boʻlgan ayol',
    },
    {
      code: 'label-armed',
      severity: 'look',
      find: ['bola askar*', 'bola jangchi*', 'bolalar askar*', 'askar bola*'],
      instead: 'qurolli guruh bilan aloqador boʻlgan bola',
    },
  ],
}
