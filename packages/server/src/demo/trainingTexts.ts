/** Words of the invented trainings: titles, modules, questions. Nobody who returned is in here. */
import type { Domain } from '@kerege/contract/domains'
import type { Profession } from '@kerege/contract/practices/trainings/common'
import { type Texts, texts } from './texts.ts'

export const titles = {
  firstTalk: texts(
    'First talk with a child',
    'Первый разговор с ребёнком',
    'Баламен алғашқы әңгіме',
    'Бала менен алгачкы маек',
    'Сӯҳбати аввал бо кӯдак',
    'Çaga bilen ilkinji gürrüň',
    'Bola bilan birinchi suhbat',
  ),
  papersPath: texts(
    'The way to a first paper',
    'Путь к первому документу',
    'Алғашқы құжатқа жол',
    'Алгачкы документке жол',
    'Роҳ ба ҳуҷҷати аввал',
    'Ilkinji resminama ýol',
    'Birinchi hujjatga yoʻl',
  ),
  schoolMonth: texts(
    'The first month at school',
    'Первый месяц в школе',
    'Мектептегі алғашқы ай',
    'Мектептеги алгачкы ай',
    'Моҳи аввал дар мактаб',
    'Mekdepdäki ilkinji aý',
    'Maktabdagi birinchi oy',
  ),
  visit: texts(
    'A week in a family centre',
    'Неделя в семейном центре',
    'Отбасы орталығындағы апта',
    'Үй-бүлө борборундагы жума',
    'Як ҳафта дар маркази оила',
    'Maşgala merkezinde bir hepde',
    'Oila markazida bir hafta',
  ),
  day1: texts(
    'Listening before asking',
    'Сначала слушать, потом спрашивать',
    'Сұрамас бұрын тыңдау',
    'Суроодон мурун угуу',
    'Пеш аз пурсиш гӯш кардан',
    'Soramazdan öň diňlemek',
    'Soʻrashdan oldin tinglash',
  ),
  day2: texts(
    'Practice in pairs',
    'Практика в парах',
    'Жұппен жаттығу',
    'Жуп болуп машыгуу',
    'Машқ дар ҷуфтҳо',
    'Jübütlikde türgenleşik',
    'Juft boʻlib mashq',
  ),
  day3: texts(
    'What I take home',
    'Что я возьму с собой',
    'Өзіммен не аламын',
    'Өзүм менен эмне алам',
    'Бо худ чӣ мебарам',
    'Özüm bilen näme alýaryn',
    'Oʻzim bilan nima olaman',
  ),
} as const

export const questions: readonly { kind: 'scale' | 'choice'; text: Texts; options: readonly Texts[] }[] = [
  {
    kind: 'scale',
    text: texts(
      'How sure are you when you begin such a talk?',
      'Насколько уверенно вы начинаете такой разговор?',
      'Мұндай әңгімені қаншалықты сенімді бастайсыз?',
      'Мындай маекти канчалык ишенимдүү баштайсыз?',
      'Чунин сӯҳбатро то чӣ андоза бо боварӣ оғоз мекунед?',
      'Şeýle gürrüňi näderejede ynamly başlaýarsyňyz?',
      'Bunday suhbatni qanchalik ishonch bilan boshlaysiz?',
    ),
    options: [],
  },
  {
    kind: 'choice',
    text: texts(
      'Whom do you ask when you do not know what to do next?',
      'К кому вы обращаетесь, когда не знаете, что делать дальше?',
      'Не істерді білмегенде кімнен сұрайсыз?',
      'Эмне кыларды билбегенде кимден сурайсыз?',
      'Вақте намедонед, ки чӣ кунед, аз кӣ мепурсед?',
      'Näme etmelidigini bilmeseňiz, kimden soraýarsyňyz?',
      'Nima qilishni bilmasangiz, kimdan soʻraysiz?',
    ),
    options: [
      texts('Nobody', 'Никого', 'Ешкімнен', 'Эч кимден', 'Аз касе не', 'Hiç kimden', 'Hech kimdan'),
      texts('A colleague', 'Коллегу', 'Әріптестен', 'Кесиптештен', 'Аз ҳамкор', 'Kärdeşden', 'Hamkasbdan'),
      texts(
        'A supervisor',
        'Руководителя',
        'Жетекшіден',
        'Жетекчиден',
        'Аз роҳбар',
        'Ýolbaşçydan',
        'Rahbardan',
      ),
    ],
  },
]

interface DemoCurriculum {
  /** Whose delegation or centre shares it. */
  by: string
  title: Partial<Texts>
  aims: Partial<Texts>
  domains: readonly Domain[]
  professions: readonly Profession[]
  languages: readonly string[]
  hours: number
  modules: readonly (readonly [Partial<Texts>, number])[]
}

export const curricula: readonly DemoCurriculum[] = [
  {
    by: 'expert-kz',
    title: titles.firstTalk,
    aims: {
      en: 'Begins a talk that a child can end at any moment; knows what not to ask.',
      ru: 'Начинает разговор, который ребёнок может закончить в любой момент; знает, о чём не спрашивать.',
      kk: 'Бала кез келген сәтте тоқтата алатын әңгіме бастайды; нені сұрамау керегін біледі.',
    },
    domains: ['psychosocial', 'protection'],
    professions: ['psychologist', 'social-worker'],
    languages: ['kk', 'ru'],
    hours: 12,
    modules: [
      [titles.day1, 4],
      [titles.day2, 6],
      [titles.day3, 2],
    ],
  },
  {
    by: 'delegate-uz',
    title: titles.papersPath,
    aims: {
      en: 'Finds the door through which a paper goes, and keeps a family informed on the way.',
      ru: 'Находит дверь, через которую идёт документ, и держит семью в курсе.',
      uz: 'Hujjat oʻtadigan eshikni topadi va oilani xabardor qilib turadi.',
    },
    domains: ['papers', 'law'],
    professions: ['lawyer', 'case-manager'],
    languages: ['uz', 'ru'],
    hours: 16,
    modules: [
      [{ en: 'Births abroad', ru: 'Рождение за границей', uz: 'Chet elda tugʻilish' }, 8],
      [
        { en: 'Letters that get answers', ru: 'Письма, на которые отвечают', uz: 'Javob olinadigan xatlar' },
        8,
      ],
    ],
  },
  {
    by: 'expert-kg',
    title: titles.schoolMonth,
    aims: {
      en: 'Welcomes a child into a class without telling the class why.',
      ru: 'Принимает ребёнка в класс, не объясняя классу причин.',
      ky: 'Баланы класска себебин айтпай кабыл алат.',
    },
    domains: ['education'],
    professions: ['teacher'],
    languages: ['ky', 'ru'],
    hours: 18,
    modules: [
      [{ en: 'A grade set by what a child knows', ru: 'Класс по знаниям', ky: 'Билимине жараша класс' }, 6],
      [{ en: 'Bridge lessons', ru: 'Мостовые уроки', ky: 'Көпүрө сабактар' }, 12],
    ],
  },
  {
    by: 'expert-tj',
    title: {
      en: 'Kin as carers',
      ru: 'Родные как опекуны',
      tg: 'Хешовандон ҳамчун парасторон',
    },
    aims: {
      en: 'Prepares relatives before a placement and stays reachable afterwards.',
      ru: 'Готовит родственников до устройства ребёнка и остаётся на связи.',
      tg: 'Хешовандонро пеш аз ҷойгиркунӣ омода мекунад ва баъд дар тамос мемонад.',
    },
    domains: ['family'],
    professions: ['guardianship', 'social-worker'],
    languages: ['tg', 'ru'],
    hours: 10,
    modules: [[{ en: 'The talk with a grandmother', ru: 'Разговор с бабушкой', tg: 'Сӯҳбат бо бибӣ' }, 10]],
  },
  {
    by: 'delegate-tm',
    title: { en: 'Health in the first week', ru: 'Здоровье в первую неделю', tk: 'Ilkinji hepdede saglyk' },
    aims: {
      en: 'Sees what cannot wait, and explains each step to a mother.',
      ru: 'Видит, что не терпит отлагательства, и объясняет матери каждый шаг.',
      tk: 'Garaşyp bilmeýän zady görýär we enä her ädimi düşündirýär.',
    },
    domains: ['health'],
    professions: ['doctor'],
    languages: ['tk', 'ru'],
    hours: 8,
    modules: [[{ en: 'First look', ru: 'Первый осмотр', tk: 'Ilkinji barlag' }, 8]],
  },
  {
    by: 'expert-uz',
    title: { en: 'A trade within a year', ru: 'Ремесло за год', uz: 'Bir yilda hunar' },
    aims: {
      en: 'Finds with a mother what she can do already, and who teaches the rest.',
      ru: 'Вместе с матерью находит, что она уже умеет и кто научит остальному.',
      uz: 'Ona bilan birga u nimani bilishini va qolganini kim oʻrgatishini topadi.',
    },
    domains: ['livelihood'],
    professions: ['social-worker'],
    languages: ['uz'],
    hours: 14,
    modules: [[{ en: 'Work near home', ru: 'Работа рядом с домом', uz: 'Uy yaqinida ish' }, 14]],
  },
  {
    by: 'secretariat',
    title: { en: 'Looking after those who help', ru: 'Забота о тех, кто помогает' },
    aims: {
      en: 'Notices own tiredness in time and knows where to put it.',
      ru: 'Вовремя замечает свою усталость и знает, что с ней делать.',
    },
    domains: ['staff'],
    professions: [],
    languages: ['ru', 'en'],
    hours: 6,
    modules: [[{ en: 'Intervision', ru: 'Интервизия' }, 6]],
  },
  {
    by: 'delegate-kz',
    title: { kk: 'Қабылдау орталығындағы алғашқы күндер', ru: 'Первые дни в центре приёма' },
    aims: {
      kk: 'Бауырларды айырмайды, әр қадамды алдын ала айтады.',
      ru: 'Не разлучает братьев и сестёр, говорит о каждом шаге заранее.',
    },
    domains: ['reception'],
    professions: ['reception'],
    languages: ['kk', 'ru'],
    hours: 9,
    modules: [[{ kk: 'Бірінші түн', ru: 'Первая ночь' }, 9]],
  },
  {
    by: 'delegate-kg',
    title: { ky: 'Опека комиссиясы: баланын үнү', ru: 'Комиссия по опеке: голос ребёнка' },
    aims: {
      ky: 'Чечимге чейин баланы угат жана чечимди ага түшүндүрөт.',
      ru: 'Слушает ребёнка до решения и объясняет ему решение.',
    },
    domains: ['protection', 'law'],
    professions: ['guardianship', 'lawyer'],
    languages: ['ky', 'ru'],
    hours: 12,
    modules: [[{ ky: 'Угуу', ru: 'Слушание' }, 12]],
  },
  {
    by: 'delegate-tj',
    title: { tg: 'Ҳамсоягӣ аз нав', ru: 'Соседство заново', en: 'Neighbours again' },
    aims: {
      tg: 'Мулоқоти якуми оила ва маҳалларо омода мекунад.',
      ru: 'Готовит первую встречу семьи и соседей.',
      en: 'Prepares the first meeting of a family and its neighbours.',
    },
    domains: ['community'],
    professions: ['social-worker', 'trainer'],
    languages: ['tg'],
    hours: 8,
    modules: [[{ tg: 'Чойи якҷоя', ru: 'Чай вместе', en: 'Tea together' }, 8]],
  },
]

export const said = {
  whyKg: 'Мектепте 14 бала менен иштейм, ата-энелер менен да сүйлөшөм.',
  whyTj: 'Дар марказ бо шаш оила кор мекунам.',
  whyUz: 'Oila markazida bolalar bilan ishlayman.',
  whyTm: 'Maşgala merkezinde işleýärin.',
  whyKz: 'Орталықта отбасылармен жұмыс істеймін.',
  used: ['Начинаю с игры, а не с вопросов', 'Объясняю ребёнку, что можно остановиться'],
  obstacles: ['Нет отдельной комнаты для разговора'],
  worked: texts(
    'Practice in pairs, with a colleague who watches. Everybody took one sentence home.',
    'Практика в парах с наблюдающим коллегой. Каждый увёз одну фразу.',
    'Бақылайтын әріптеспен жұптық жаттығу. Әркім бір сөйлем алып кетті.',
    'Байкаган кесиптеш менен жуп машыгуу. Ар ким бир сүйлөм алып кетти.',
    'Машқ дар ҷуфтҳо бо ҳамкори нозир. Ҳар кас як ҷумла бурд.',
    'Synlaýan kärdeş bilen jübütlikde türgenleşik. Her kim bir sözlem alyp gitdi.',
    'Kuzatuvchi hamkasb bilan juft mashq. Har kim bitta gap olib ketdi.',
  ),
  next: texts(
    'A room for talks in each centre, and a second day after three months.',
    'Комната для разговоров в каждом центре и второй день через три месяца.',
    'Әр орталықта әңгіме бөлмесі және үш айдан кейін екінші күн.',
    'Ар бир борбордо маек бөлмөсү жана үч айдан кийин экинчи күн.',
    'Ҳуҷраи сӯҳбат дар ҳар марказ ва рӯзи дуюм пас аз се моҳ.',
    'Her merkezde gürrüň otagy we üç aýdan soň ikinji gün.',
    'Har markazda suhbat xonasi va uch oydan keyin ikkinchi kun.',
  ),
  request: texts(
    'How to talk with a child about a lost parent',
    'Как говорить с ребёнком о потере родителя',
    'Ата-анасынан айырылған баламен қалай сөйлесу керек',
    'Ата-энесинен ажыраган бала менен кантип сүйлөшүү керек',
    'Бо кӯдак дар бораи падару модари аздастрафта чӣ тавр гап задан',
    'Ene-atasyny ýitiren çaga bilen nähili gürleşmeli',
    'Ota-onasidan ayrilgan bola bilan qanday gaplashish',
  ),
  answer: 'We would hold three days in Osh, in spring.',
  deployment: texts(
    'A month beside a new school centre',
    'Месяц рядом с новым школьным центром',
    'Жаңа мектеп орталығының қасында бір ай',
    'Жаңы мектеп борборунун жанында бир ай',
    'Як моҳ дар паҳлуи маркази нави мактаб',
    'Täze mekdep merkeziniň ýanynda bir aý',
    'Yangi maktab markazi yonida bir oy',
  ),
  deploymentReport: 'Бир ай: эки мугалим өз алдынча улантат, сабактын планы калды.',
} as const
