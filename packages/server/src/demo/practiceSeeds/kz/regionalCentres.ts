import { seed, t } from '../seed.ts'
import { kazTag2018, newTimes2020, time2018 } from '../sources.ts'

export const regionalCentres = seed(
  'kz-regional-centres',
  'KZ',
  {
    domains: ['housing', 'papers', 'law', 'livelihood', 'reception'],
    settings: ['community', 'office'],
    audience: ['families', 'children', 'carers'],
    since: 2018,
    cost: 'high',
    evidenceLevel: 'told',
    figures: [
      {
        label: t('Centres at work', 'Работающих центров', { kk: 'Жұмыс істейтін орталықтар' }),
        value: '13',
        source: 'Kazakhstan Today, December 2018',
      },
    ],
    sources: [kazTag2018, time2018, newTimes2020],
  },
  {
    title: t('A place to stay and a lawyer under one roof', 'Жильё и юрист под одной крышей', {
      kk: 'Бір шаңырақ астында баспана мен заңгер',
    }),
    summary: t(
      'Centres in the regions have two parts: rooms in which a family can live while it finds its feet, and a lawyer who restores papers and allowances. Courses and help in finding work come with it.',
      'Центры в областях состоят из двух частей: комнаты, где семья живёт, пока не встанет на ноги, и юрист, который восстанавливает документы и пособия. К этому — курсы и помощь в поиске работы.',
      {
        kk: 'Облыстардағы орталық екі бөліктен тұрады: отбасы аяғынан тұрғанша тұратын бөлмелер және құжат пен жәрдемақыны қалпына келтіретін заңгер. Бұған курстар мен жұмыс табуға көмек қосылады.',
      },
    ),
    problem: t(
      'A mother who comes home has no registration, so she has no allowance and no place at school for her children; without an address nothing can begin.',
      'У матери, которая вернулась, нет регистрации, а значит, нет пособия и места в школе для детей; без адреса ничего не начать.',
      {
        kk: 'Оралған ананың тіркеуі жоқ, сондықтан жәрдемақысы да, балаларына мектептен орын да жоқ; мекенжайсыз ештеңе басталмайды.',
      },
    ),
    context: t(
      'Run by foundations together with regional authorities, before and after the return operations of the state. In 2018 39 families with 91 children had come.',
      'Ведут фонды вместе с областными властями, до и после государственных операций по возвращению. К 2018 году вернулись 39 семей с 91 ребёнком.',
    ),
    forWhom: t(
      'Families without a home or papers, also those who came by themselves.',
      'Семьи без жилья или документов, в том числе вернувшиеся самостоятельно.',
      { kk: 'Баспанасы не құжаты жоқ отбасылар, өз бетімен оралғандар да.' },
    ),
    steps: t(
      'Give the family a room, for as long as it needs one.\nLet a lawyer list what is missing: papers, guardianship, allowances for the loss of a breadwinner.\nGo to the offices together.\nFind school and kindergarten near the place where the family will live.\nOffer a course or work to the mother, if she wants it.\nAgree on the day of moving out, and who visits then.',
      'Дайте семье комнату — на столько, сколько нужно.\nЮрист составляет список: документы, опека, пособие по потере кормильца.\nВ ведомства ходите вместе.\nШкола и садик — рядом с будущим домом.\nМатери, если она хочет, предложите курс или работу.\nДоговоритесь о дне переезда и о том, кто будет навещать.',
      {
        kk: 'Отбасыға қажет уақытына бөлме беріңіз.\nЗаңгер жоғын тізсін: құжат, қамқорлық, асыраушысынан айырылғаны үшін жәрдемақы.\nМекемелерге бірге барыңыз.\nМектеп пен балабақшаны отбасы тұратын жерге жақын табыңыз.\nАнасы қаласа, курс не жұмыс ұсыныңыз.\nКөшетін күнді және кейін кім келіп тұратынын келісіңіз.',
      },
    ),
    evidence: t(
      'Told by the head of a foundation at a seminar. The ministry reported for 91 children: allowances for 28, help with papers for 21.',
      'Рассказала руководитель фонда на семинаре. Министерство сообщило о 91 ребёнке: пособия — 28, помощь с документами — 21.',
      {
        kk: 'Қор басшысы семинарда айтқан. Министрлік 91 бала туралы хабарлады: жәрдемақы — 28, құжатқа көмек — 21.',
      },
    ),
    results: t(
      'Thirteen centres were at work in 2018. How many families left them for a home of their own is not published.',
      'В 2018 году работали тринадцать центров. Сколько семей ушли оттуда в своё жильё, не опубликовано.',
      { kk: '2018 жылы он үш орталық жұмыс істеді. Олардан өз үйіне қанша отбасы кеткені жарияланбаған.' },
    ),
    unwanted: t(
      'The name of a centre may mark whoever lives there. Some names in use speak of changing people instead of helping them.',
      'Название центра может метить тех, кто в нём живёт. Некоторые названия говорят о переделке людей, а не о помощи.',
    ),
    safeguards: t(
      'The door is open to any family in need, so that living there says nothing.\nHelp does not depend on talks about belief.\nThe lawyer is bound to the family alone.',
      'Двери открыты любой семье в беде, и жить там ещё ничего не значит.\nПомощь не зависит от бесед о вере.\nЮрист служит только семье.',
      {
        kk: 'Есік қиналған кез келген отбасыға ашық, онда тұру ештеңені білдірмейді.\nКөмек сенім туралы әңгімеге байланысты емес.\nЗаңгер тек отбасыға қызмет етеді.',
      },
    ),
    limits: t(
      'Costly, and near cities. Families far away need the lawyer to come to them.',
      'Дорого и близко к городам. К дальним семьям юрист должен ехать сам.',
      { kk: 'Қымбат және қалаларға жақын. Алыстағы отбасыға заңгердің өзі баруы керек.' },
    ),
    transfer: t(
      'The two parts may stand apart: a lawyer costs less than a house, and opens most doors.',
      'Части можно разделить: юрист дешевле дома, а дверей открывает больше всего.',
    ),
  },
)
