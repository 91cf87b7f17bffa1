/** Words of invented plans, in the language of each state: what a child or a grown-up wants, from where to where, what is done. */
import type { GoalDomain } from '@kerege/contract/plans/domains'
import type { DemoState } from './types.ts'

export interface DemoGoal {
  domain: GoalDomain
  words: string
  baseline: string
  target: string
  /** Done by the worker; then what somebody else gives, and who. */
  task: string
  service: string
  who: string
}
interface PlanWords {
  child: readonly [DemoGoal, DemoGoal]
  adult: readonly [DemoGoal, DemoGoal]
  family: DemoGoal
  mother: string
  self: string
  yes: string
  changed: string
  review: string
  familySees: string
  why: string
  back: string
}

export const planTexts: Readonly<Record<DemoState, PlanWords>> = {
  kz: {
    child: [
      {
        domain: 'education',
        words: 'Сыныптастарыммен бірге оқығым келеді',
        baseline: 'Мектепке бармайды',
        target: 'Күн сайын сабаққа барады',
        task: 'Мектептен орын сұрау',
        service: 'Қазақ тілі курсы, аптасына үш рет',
        who: '12-мектеп (ойдан шығарылған)',
      },
      {
        domain: 'papers',
        words: 'Туу туралы куәлігім болса екен',
        baseline: 'Анықтама ғана бар',
        target: 'Куәлік қолында',
        task: 'Тіркеу бөліміне өтініш беру',
        service: 'Заңгердің кеңесі',
        who: 'Көмек бюросы (ойдан шығарылған)',
      },
    ],
    adult: [
      {
        domain: 'livelihood',
        words: 'Өз кәсібіммен нан тапқым келеді',
        baseline: 'Табысы жоқ',
        target: 'Тігін шеберханасында жұмыс істейді',
        task: 'Жұмыспен қамту бөліміне бірге бару',
        service: 'Тігін курсы, үш ай',
        who: 'Колледж (ойдан шығарылған)',
      },
      {
        domain: 'papers',
        words: 'Жеке куәлігімді алсам деймін',
        baseline: 'Куәліктің мерзімі өткен',
        target: 'Жаңа куәлік қолында',
        task: 'Құжат орталығына кезекке жазу',
        service: 'Мемлекеттік баж бойынша көмек',
        who: 'Әлеуметтік қор (ойдан шығарылған)',
      },
    ],
    family: {
      domain: 'housing',
      words: 'Өз есігіміз болса екен',
      baseline: 'Туыстың бір бөлмесі',
      target: 'Бір жылдық жалдау шарты',
      task: 'Тұрғын үй бөліміне өтініш',
      service: 'Жалдау ақысына жәрдемақы',
      who: 'Әкімдік (ойдан шығарылған)',
    },
    mother: 'Анасы',
    self: 'Өзі',
    yes: 'Бізге керегі осы',
    changed: 'Мектеп ауысты',
    review: 'Бірге отырып қарадық',
    familySees: 'Жеңілдеп қалды, бірақ әлі ұяла береді',
    why: 'Отбасы басқа ауданға көшті',
    back: 'Баланы мектепке кім апаратыны жазылмаған',
  },
  kg: {
    child: [
      {
        domain: 'education',
        words: 'Классташтарым менен бирге окугум келет',
        baseline: 'Мектепке барбайт',
        target: 'Күн сайын сабакка барат',
        task: 'Мектептен орун суроо',
        service: 'Кыргыз тили курсу, жумасына үч жолу',
        who: '12-мектеп (ойдон чыгарылган)',
      },
      {
        domain: 'papers',
        words: 'Туулгандыгым тууралуу күбөлүгүм болсо экен',
        baseline: 'Маалымкат гана бар',
        target: 'Күбөлүк колунда',
        task: 'Каттоо бөлүмүнө арыз берүү',
        service: 'Юристтин кеңеши',
        who: 'Жардам бюросу (ойдон чыгарылган)',
      },
    ],
    adult: [
      {
        domain: 'livelihood',
        words: 'Өз кесибим менен нан тапкым келет',
        baseline: 'Кирешеси жок',
        target: 'Тигүү цехинде иштейт',
        task: 'Иш менен камсыздоо бөлүмүнө чогуу баруу',
        service: 'Тигүү курсу, үч ай',
        who: 'Колледж (ойдон чыгарылган)',
      },
      {
        domain: 'papers',
        words: 'Паспортумду алсам дейм',
        baseline: 'Паспорттун мөөнөтү өткөн',
        target: 'Жаңы паспорт колунда',
        task: 'Документ борборуна кезекке жазуу',
        service: 'Алым боюнча жардам',
        who: 'Социалдык фонд (ойдон чыгарылган)',
      },
    ],
    family: {
      domain: 'housing',
      words: 'Өзүбүздүн эшигибиз болсо экен',
      baseline: 'Туугандын бир бөлмөсү',
      target: 'Бир жылдык ижара келишими',
      task: 'Турак жай бөлүмүнө арыз',
      service: 'Ижара акысына жөлөк пул',
      who: 'Айыл өкмөтү (ойдон чыгарылган)',
    },
    mother: 'Апасы',
    self: 'Өзү',
    yes: 'Бизге ушул керек',
    changed: 'Мектеп алмашты',
    review: 'Чогуу отуруп карадык',
    familySees: 'Жеңилдеп калды, бирок дагы эле уялат',
    why: 'Үй-бүлө башка районго көчтү',
    back: 'Баланы мектепке ким алып барары жазылган эмес',
  },
  tj: {
    child: [
      {
        domain: 'education',
        words: 'Мехоҳам бо ҳамсинфонам хонам',
        baseline: 'Ба мактаб намеравад',
        target: 'Ҳар рӯз ба дарс меравад',
        task: 'Аз мактаб ҷой пурсидан',
        service: 'Курси забон, ҳафтае се бор',
        who: 'Мактаби 12 (хаёлӣ)',
      },
      {
        domain: 'papers',
        words: 'Мехоҳам шаҳодатномаи таваллуд дошта бошам',
        baseline: 'Танҳо маълумотнома дорад',
        target: 'Шаҳодатнома дар даст',
        task: 'Ба шуъбаи сабт ариза додан',
        service: 'Маслиҳати ҳуқуқшинос',
        who: 'Бюрои кумак (хаёлӣ)',
      },
    ],
    adult: [
      {
        domain: 'livelihood',
        words: 'Мехоҳам бо касби худам нон ёбам',
        baseline: 'Даромад надорад',
        target: 'Дар коргоҳи дӯзандагӣ кор мекунад',
        task: 'Якҷоя ба шуъбаи шуғл рафтан',
        service: 'Курси дӯзандагӣ, се моҳ',
        who: 'Коллеҷ (хаёлӣ)',
      },
      {
        domain: 'papers',
        words: 'Мехоҳам шиноснома гирам',
        baseline: 'Мӯҳлати шиноснома гузаштааст',
        target: 'Шиносномаи нав дар даст',
        task: 'Ба навбати ҳуҷҷатҳо навиштан',
        service: 'Кумак барои боҷ',
        who: 'Хазинаи иҷтимоӣ (хаёлӣ)',
      },
    ],
    family: {
      domain: 'housing',
      words: 'Кош дари худамон мебуд',
      baseline: 'Як хонаи хешованд',
      target: 'Шартномаи яксолаи иҷора',
      task: 'Ариза ба шуъбаи манзил',
      service: 'Кумакпулӣ барои иҷора',
      who: 'Ҷамоат (хаёлӣ)',
    },
    mother: 'Модараш',
    self: 'Худаш',
    yes: 'Ба мо ҳамин лозим аст',
    changed: 'Мактаб иваз шуд',
    review: 'Якҷоя нишаста дидем',
    familySees: 'Сабуктар шуд, вале ҳоло шарм медорад',
    why: 'Оила ба ноҳияи дигар кӯчид',
    back: 'Навишта нашудааст, ки кӯдакро ба мактаб кӣ мебарад',
  },
  uz: {
    child: [
      {
        domain: 'education',
        words: 'Sinfdoshlarim bilan birga oʻqigim keladi',
        baseline: 'Maktabga bormaydi',
        target: 'Har kuni darsga boradi',
        task: 'Maktabdan joy soʻrash',
        service: 'Til kursi, haftasiga uch marta',
        who: '12-maktab (oʻylab topilgan)',
      },
      {
        domain: 'papers',
        words: 'Tugʻilganlik guvohnomam boʻlsa edi',
        baseline: 'Faqat maʼlumotnoma bor',
        target: 'Guvohnoma qoʻlida',
        task: 'FHDYOga ariza berish',
        service: 'Huquqshunos maslahati',
        who: 'Yordam byurosi (oʻylab topilgan)',
      },
    ],
    adult: [
      {
        domain: 'livelihood',
        words: 'Oʻz kasbim bilan non topgim keladi',
        baseline: 'Daromadi yoʻq',
        target: 'Tikuv sexida ishlaydi',
        task: 'Bandlik boʻlimiga birga borish',
        service: 'Tikuvchilik kursi, uch oy',
        who: 'Kollej (oʻylab topilgan)',
      },
      {
        domain: 'papers',
        words: 'Pasportimni olsam deyman',
        baseline: 'Pasport muddati oʻtgan',
        target: 'Yangi pasport qoʻlida',
        task: 'Hujjat markaziga navbatga yozish',
        service: 'Boj uchun yordam',
        who: 'Ijtimoiy jamgʻarma (oʻylab topilgan)',
      },
    ],
    family: {
      domain: 'housing',
      words: 'Oʻz eshigimiz boʻlsa edi',
      baseline: 'Qarindoshning bir xonasi',
      target: 'Bir yillik ijara shartnomasi',
      task: 'Uy-joy boʻlimiga ariza',
      service: 'Ijara uchun nafaqa',
      who: 'Mahalla (oʻylab topilgan)',
    },
    mother: 'Onasi',
    self: 'Oʻzi',
    yes: 'Bizga shu kerak',
    changed: 'Maktab almashdi',
    review: 'Birga oʻtirib koʻrdik',
    familySees: 'Yengillashdi, lekin hali uyaladi',
    why: 'Oila boshqa tumanga koʻchdi',
    back: 'Bolani maktabga kim olib borishi yozilmagan',
  },
}
