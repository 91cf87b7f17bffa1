/**
 * Texts and questions to measure finding with: own judgements, since no public collection was found that has these languages and this field. A topic has
 * texts in some languages and a question in each. A text of the topic is worth 2, whatever its language; one of a topic beside it 1.
 * The rules of ranking were set with every second topic and are reported on the others.
 */
import type { SearchLanguage } from '../languages.ts'

export interface Topic {
  readonly id: string
  /** Topics beside it. */
  readonly beside: readonly string[]
  readonly texts: Partial<Readonly<Record<SearchLanguage, readonly [title: string, text: string]>>>
  readonly questions: Readonly<Record<SearchLanguage, string>>
}

export const topics: readonly Topic[] = [
  {
    id: 'admission',
    beside: ['grade', 'papers'],
    texts: {
      uz: [
        'Ҳужжатсиз болани мактабга вақтинча қабул қилиш',
        'Маҳалла комиссияси кафолат хати беради, мактаб болани шу куниёқ қабул қилади, ҳужжат кейин топширилади.',
      ],
      kk: [
        'Куәлігі жоқ баланы мектепке кепілхатпен қабылдау',
        'Қорғаншылық органы кепілхат жазады; мектеп балаға дәл сол аптада орын береді.',
      ],
      ru: [
        'Зачисление в школу по гарантийному письму',
        'Ребёнок без бумаг садится за парту в первую неделю, документы приносят позже.',
      ],
      en: [
        'A seat in class before the papers are there',
        'Schools enrol children on a letter of guarantee; the certificate follows.',
      ],
    },
    questions: {
      en: 'enrolling a child in school without documents',
      ru: 'приём в школу без документов',
      kk: 'құжатсыз баланы мектепке қабылдау',
      ky: 'документсиз баланы мектепке кабыл алуу',
      tg: 'қабули кӯдаки бе ҳуҷҷат ба мактаб',
      tk: 'resminamasyz çagany mekdebe kabul etmek',
      uz: 'maktabga qabul, hujjatsiz bola',
    },
  },
  {
    id: 'grade',
    beside: ['admission', 'literacy'],
    texts: {
      ru: [
        'Определять класс по знаниям, а не по возрасту',
        'Три учителя беседуют с ребёнком и предлагают класс; через месяц решение пересматривают.',
      ],
      ky: [
        'Классты жашы боюнча эмес, билими боюнча аныктоо',
        'Үч мугалим бала менен сүйлөшүп, класс сунуштайт.',
      ],
      tg: [
        'Муайян кардани синф аз рӯи дониш',
        'Омӯзгорон бо кӯдак суҳбат мекунанд ва синфро пешниҳод мекунанд.',
      ],
    },
    questions: {
      en: 'which grade to place a pupil in by knowledge',
      ru: 'в какой класс по уровню знаний',
      kk: 'білім деңгейіне қарай сынып',
      ky: 'билим деңгээлине жараша класс',
      tg: 'синф аз рӯи дониш',
      tk: 'bilim derejesine görä synp',
      uz: 'bilim darajasiga qarab sinf',
    },
  },
  {
    id: 'papers',
    beside: ['dna', 'admission'],
    texts: {
      uz: [
        '63 oilaga tugʻilganlik guvohnomasi',
        'FHDYO xodimlari mahallaga chiqib, tugʻilishni qayd etdi va guvohnomalarni joyida berdi.',
      ],
      tg: [
        'Шаҳодатномаи таваллуд барои ҳар кӯдак',
        'Кормандони САҲШ ба деҳа омада, таваллудро сабт карданд.',
      ],
      en: [
        'Mobile registration of births',
        'Civil registry officers travel to families and issue birth certificates on the spot.',
      ],
      kk: ['Туу туралы куәлікті үйде рәсімдеу', 'Тіркеу қызметкерлері отбасыларға барып, тууды тіркейді.'],
    },
    questions: {
      en: 'getting birth certificates for returned families',
      ru: 'как оформить свидетельство о рождении',
      kk: 'туу туралы куәлік алу',
      ky: 'туулгандыгы тууралуу күбөлүк алуу',
      tg: 'гирифтани шаҳодатномаи таваллуд',
      tk: 'dogluş hakynda şahadatnama almak',
      uz: 'tugʻilganlik haqida guvohnoma olish',
    },
  },
  {
    id: 'dna',
    beside: ['papers', 'placement'],
    texts: {
      ru: [
        'ДНК-экспертиза вместо утраченных бумаг',
        'Суд принимает генетическое исследование как доказательство родства бабушки и внуков.',
      ],
      kk: ['Туыстықты ДНҚ арқылы дәлелдеу', 'Генетикалық сараптама нәтижесі бойынша сот шешім шығарады.'],
      en: [
        'Kinship shown by a DNA test',
        'Courts accept genetic evidence where no document proves who the grandmother is.',
      ],
    },
    questions: {
      en: 'DNA evidence of kinship in court',
      ru: 'генетическая экспертиза родства',
      kk: 'ДНҚ сараптамасы туыстық',
      ky: 'ДНК экспертизасы менен туугандыкты далилдөө',
      tg: 'ташхиси ДНК барои исботи хешовандӣ',
      tk: 'garyndaşlygy DNK barlagy bilen subut etmek',
      uz: 'qarindoshlikni DNK bilan isbotlash',
    },
  },
  {
    id: 'placement',
    beside: ['family-care', 'dna'],
    texts: {
      ky: [
        'Балдарды жайгаштыруудан мурда туугандардын макулдугу',
        'Чоң эне, чоң ата жана таякелер менен алдын ала жазуу жүзүндө макулдашуу.',
      ],
      ru: [
        'Родственники соглашаются до приезда',
        'С бабушками и тётями говорят заранее и записывают, кто примет детей.',
      ],
      en: [
        'Relatives agree before children arrive',
        'Grandparents and aunts sign beforehand who takes whom; brothers and sisters stay together.',
      ],
    },
    questions: {
      en: 'prior agreement of relatives',
      ru: 'предварительное согласие родственников',
      kk: 'туыстардың алдын ала келісімі',
      ky: 'туугандардын алдын ала макулдугу',
      tg: 'розигии пешакии хешовандон',
      tk: 'garyndaşlaryň öňünden razylygy',
      uz: 'qarindoshlarning oldindan roziligi',
    },
  },
  {
    id: 'family-care',
    beside: ['placement'],
    texts: {
      tg: [
        'Кӯдакон ба оила, на ба ятимхона',
        'Кӯдакон аз муассиса ба хешовандон супорида мешаванд; корманди иҷтимоӣ шаш моҳ меояд.',
      ],
      ru: [
        'Передача детей в семьи вместо интерната',
        'Ребёнка не оставляют в учреждении: его принимает семья родственников или приёмная семья.',
      ],
      uz: [
        'Mehribonlik uyi oʻrniga tutingan oila',
        'Bolalar muassasada qolmaydi, qarindoshlar oilasiga topshiriladi.',
      ],
      tk: ['Çagalar öýüniň ýerine maşgala', 'Çagalar edarada galmaýar, olary garyndaşlar maşgalasyna alýar.'],
    },
    questions: {
      en: 'family care instead of an orphanage',
      ru: 'семья вместо детского дома',
      kk: 'балалар үйінің орнына отбасы',
      ky: 'балдар үйүнүн ордуна үй-бүлө',
      tg: 'оила ба ҷои ятимхона',
      tk: 'çagalar öýüniň ýerine maşgala',
      uz: 'mehribonlik uyi oʻrniga oila',
    },
  },
  {
    id: 'trauma',
    beside: ['bedwetting', 'stories'],
    texts: {
      kk: [
        'Жан жарасы бар баламен топтық жұмыс',
        'Психологтар күйзеліске ұшыраған балалармен апта сайын кездеседі.',
      ],
      ru: [
        'Группы для детей, переживших травму',
        'Психолог ведёт десять встреч: чувства, тело, сон, будущее.',
      ],
      en: [
        'Ten meetings after trauma',
        'A psychologist leads groups for children who saw war: feelings, body, sleep.',
      ],
      uz: ['Ruhiy jarohat olgan bolalar guruhi', 'Psixolog bolalar bilan haftada bir uchrashadi.'],
    },
    questions: {
      en: 'trauma therapy groups for children',
      ru: 'помощь детям с травмой',
      kk: 'психологиялық жарақат алған балаларға көмек',
      ky: 'травма алган балдарга психологиялык жардам',
      tg: 'кӯмаки равонӣ ба кӯдакони осебдида',
      tk: 'ruhy şikesli çagalara kömek',
      uz: 'ruhiy jarohatli bolalarga yordam',
    },
  },
  {
    id: 'bedwetting',
    beside: ['trauma'],
    texts: {
      ru: [
        'Ночной энурез: не стыдить',
        'Мать и ребёнок ведут календарь сухих ночей, врач исключает болезнь.',
      ],
      ky: ['Түнкү энурез: баланы уялтпоо', 'Эне менен бала кургак түндөрдүн календарын жүргүзөт.'],
      en: ['Dry nights without shame', 'Bedwetting after fear: a calendar, a doctor, no punishment.'],
    },
    questions: {
      en: 'bedwetting',
      ru: 'ночное недержание у ребёнка',
      kk: 'балада түнгі зәр ұстамау',
      ky: 'бала түнкүсүн сийип коёт',
      tg: 'шабмезии кӯдак',
      tk: 'çaganyň gije siýmegi',
      uz: 'bola tunda siyib qoʻyadi',
    },
  },
  {
    id: 'stories',
    beside: ['trauma'],
    texts: {
      kk: [
        'Ұрпақтар әңгімесі',
        'Әжелер мен аталар немерелеріне өз өмірін, ертегі мен жұмбақты айтып береді.',
      ],
      ru: [
        'Рассказы между поколениями',
        'Бабушки рассказывают внукам о детстве; сказка связывает прерванную историю семьи.',
      ],
      en: [
        'Stories between generations',
        'Grandmothers tell how it was; children draw the story of their family.',
      ],
    },
    questions: {
      en: 'storytelling by grandparents',
      ru: 'бабушки рассказывают истории',
      kk: 'әжелердің әңгіме айтуы',
      ky: 'чоң энелердин аңгеме айтуусу',
      tg: 'ҳикояти бибиҳо ба наберагон',
      tk: 'mamalaryň erteki aýtmagy',
      uz: 'buvilar hikoya qilishi',
    },
  },
  {
    id: 'stigma',
    beside: ['mediation'],
    texts: {
      uz: [
        'Maktabda tamgʻasiz gap',
        'Oʻqituvchilar bolani oilasining oʻtmishi bilan chaqirmaslikni oʻrganadi; kamsitishga yoʻl qoʻyilmaydi.',
      ],
      tk: ['Mekdepde ýarlyk ýelmemezlik', 'Mugallymlar çagany kemsitmezligi öwrenýärler.'],
      ru: [
        'Против ярлыков в классе',
        'Учителя договариваются, какие слова не говорят о семьях; насмешки останавливают сразу.',
      ],
      tg: ['Бе тамға ва бадномӣ дар мактаб', 'Омӯзгорон меомӯзанд, ки кӯдакро бадном накунанд.'],
    },
    questions: {
      en: 'reducing stigma and labels at school',
      ru: 'как бороться со стигмой',
      kk: 'кемсіту мен стигмаға қарсы',
      ky: 'кемсинтүүгө каршы күрөш',
      tg: 'муқобила бо тамға ва табъиз',
      tk: 'kemsitmelere garşy göreş',
      uz: 'kamsitish va tamgʻaga qarshi',
    },
  },
  {
    id: 'mediation',
    beside: ['stigma'],
    texts: {
      ky: ['Коңшулар менен элдештирүү', 'Аксакалдар жана ортомчу эки үй-бүлөнү чогултуп, сүйлөштүрөт.'],
      uz: [
        'Mahallada yarashtirish',
        'Oqsoqollar qoʻshnilarni bir dasturxonga yigʻadi, vositachi ikki tomonni tinglaydi.',
      ],
      en: [
        'Neighbours at one table',
        'A mediator and respected elders hear both sides before the family moves in.',
      ],
    },
    questions: {
      en: 'mediation with neighbours',
      ru: 'примирение с соседями',
      kk: 'көршілермен татуластыру',
      ky: 'коңшуларды элдештирүү',
      tg: 'оштӣ додан бо ҳамсоягон',
      tk: 'goňşular bilen ýaraşdyrmak',
      uz: 'qoʻshnilar bilan yarashtirish',
    },
  },
  {
    id: 'sewing',
    beside: ['allowance'],
    texts: {
      tg: ['Курси дӯзандагӣ барои модарон', 'Занон се моҳ дӯхтан меомӯзанд ва мошини дӯзандагӣ мегиранд.'],
      uz: ['Onalar uchun tikuvchilik kursi', 'Ayollar uch oy tikishni oʻrganadi, keyin uyda buyurtma oladi.'],
      ru: ['Швейные курсы для матерей', 'Три месяца учёбы, машинка и первые заказы; рядом детская комната.'],
    },
    questions: {
      en: 'vocational course in sewing for women',
      ru: 'обучение женщин шитью',
      kk: 'әйелдерге тігін курсы',
      ky: 'аялдар үчүн тигүү курсу',
      tg: 'омӯзиши дӯзандагӣ ба занон',
      tk: 'zenanlar üçin tikinçilik okuwy',
      uz: 'ayollarga tikuvchilik oʻrgatish',
    },
  },
  {
    id: 'allowance',
    beside: ['sewing', 'papers'],
    texts: {
      kk: ['Жәрдемақыны бір терезеден рәсімдеу', 'Отбасы өтінішті бір рет жазады; төлем бір айда түседі.'],
      ru: [
        'Пособие в одно окно',
        'Специалист заполняет заявление вместе с матерью, деньги приходят через месяц.',
      ],
      tk: ['Kömek puluny bir penjireden almak', 'Maşgala bir arza ýazýar, pul bir aýda gelýär.'],
    },
    questions: {
      en: 'how families get social benefits',
      ru: 'оформление пособий семьям',
      kk: 'отбасыларға жәрдемақы рәсімдеу',
      ky: 'үй-бүлөлөргө жөлөкпул',
      tg: 'нафақа барои оилаҳо',
      tk: 'maşgalalara kömek puly',
      uz: 'oilalarga nafaqa rasmiylashtirish',
    },
  },
  {
    id: 'prison',
    beside: ['placement'],
    texts: {
      ru: [
        'Свидание с отцом в колонии',
        'Ребёнка готовят к встрече с осуждённым отцом; психолог рядом до и после.',
      ],
      kk: ['Түрмедегі әкемен кездесу', 'Баланы әкесімен кездесуге дайындайды, психолог қасында болады.'],
      en: [
        'Visiting a father in prison',
        'Children are prepared for the visit and accompanied before and after.',
      ],
    },
    questions: {
      en: 'contact with a parent in detention',
      ru: 'родитель в заключении, свидания',
      kk: 'қамаудағы ата-анамен байланыс',
      ky: 'камактагы ата-эне менен жолугушуу',
      tg: 'вохӯрӣ бо падари зиндонӣ',
      tk: 'türmedäki ata bilen duşuşyk',
      uz: 'qamoqdagi ota bilan uchrashuv',
    },
  },
  {
    id: 'literacy',
    beside: ['grade'],
    texts: {
      ky: [
        'Окууну жана жазууну жаңыдан баштоо',
        'Он төрт жаштагылар жайында тамга тааныйт, кошумча сабактар күзүндө да уланат.',
      ],
      uz: [
        'Savod chiqarish uchun qoʻshimcha darslar',
        'Oʻn toʻrt yoshli bolalar yozda oʻqish va yozishni oʻrganadi.',
      ],
      en: [
        'Reading from zero at fourteen',
        'Catch-up classes in summer teach letters first, then school subjects.',
      ],
    },
    questions: {
      en: 'catch-up lessons for teenagers who cannot read',
      ru: 'научить подростков читать и писать',
      kk: 'жасөспірімдерге қосымша сабақ, сауат ашу',
      ky: 'өспүрүмдөргө кошумча сабак',
      tg: 'дарсҳои иловагӣ барои наврасони бесавод',
      tk: 'ýetginjeklere goşmaça sapak',
      uz: 'oʻsmirlarga qoʻshimcha dars',
    },
  },
  {
    id: 'sleep',
    beside: ['trauma', 'bedwetting'],
    texts: {
      tg: [
        'Хоби ором',
        'Модарон меомӯзанд, ки пеш аз хоб бо кӯдак чӣ кор кунанд, агар хоби даҳшатнок бинад.',
      ],
      ru: ['Спокойный сон', 'Что делать матери, когда ребёнку снятся кошмары: свет, рука, песня.'],
      en: ['Quiet nights', 'What mothers can do when nightmares come back.'],
    },
    questions: {
      en: 'children with nightmares cannot sleep',
      ru: 'детям снятся кошмары',
      kk: 'бала қорқынышты түс көреді',
      ky: 'бала коркунучтуу түш көрөт',
      tg: 'кӯдак хоби даҳшатнок мебинад',
      tk: 'çaga gorkuly düýş görýär',
      uz: 'bola dahshatli tush koʻradi',
    },
  },
]
