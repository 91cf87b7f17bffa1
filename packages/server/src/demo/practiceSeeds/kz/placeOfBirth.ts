import { seed, t } from '../seed.ts'
import { exclusive, tengri2020 } from '../sources.ts'

export const placeOfBirth = seed(
  'kz-place-of-birth',
  'KZ',
  {
    domains: ['papers', 'law', 'education', 'community'],
    settings: ['office', 'school'],
    audience: ['children', 'carers', 'staff'],
    ages: { from: 0, to: 17 },
    since: 2019,
    cost: 'none',
    evidenceLevel: 'told',
    sources: [exclusive, tengri2020],
  },
  {
    title: t('A certificate that does not mark the child', 'Свидетельство, которое не метит ребёнка', {
      kk: 'Балаға таңба баспайтын куәлік',
    }),
    summary: t(
      'The code asks for the actual place of birth, so a certificate may tell a school where a child comes from. Lawyers and carers raise it; until the law finds an answer, offices and schools can leave the place out wherever they need not show it.',
      'Кодекс требует указать действительное место рождения, и свидетельство может рассказать школе, откуда ребёнок. Юристы и опекуны поднимают этот вопрос; пока закон не нашёл ответа, ведомства и школы могут не показывать место там, где это не нужно.',
      {
        kk: 'Кодекс нақты туған жерді талап етеді, сондықтан куәлік мектепке баланың қайдан келгенін айтып қоюы мүмкін. Заңгерлер мен қамқоршылар бұл мәселені көтеріп жүр; заң жауап тапқанша, мекемелер мен мектептер қажет емес жерде туған жерді көрсетпей-ақ қоя алады.',
      },
    ),
    problem: t(
      'A certificate is shown to kindergarten, school and clinic. One line in it is enough for a nickname that stays.',
      'Свидетельство показывают в детском саду, школе и поликлинике. Одной строки в нём хватит для прозвища, которое останется.',
      {
        kk: 'Куәлікті балабақшаға, мектепке, емханаға көрсетеді. Ондағы бір жол баламен бірге қалатын лақап атқа жетеді.',
      },
    ),
    context: t(
      'Article 188 of the code on marriage and family: the place of birth is the actual one. To have it changed is among the things that families ask centres of legal help for.',
      'Статья 188 кодекса о браке и семье: место рождения указывается действительное. Изменить его — одна из просьб семей к центрам правовой помощи.',
    ),
    forWhom: t(
      'Children born abroad in a conflict zone, and everybody who copies, prints or asks for a certificate.',
      'Дети, родившиеся в зоне конфликта за рубежом, и все, кто копирует, печатает или требует свидетельство.',
      {
        kk: 'Шетелде, қақтығыс аймағында туған балалар және куәлікті көшіретін, басып шығаратын не сұрайтын әркім.',
      },
    ),
    steps: t(
      'Ask of every form: does it need the place of birth at all?\nPrint extracts and lists without it.\nLet one person of the school see the paper, and copy nothing.\nGive carers words for the question: born abroad.\nCollect cases without names and bring them to the ministry of justice.\nCompare laws with neighbours: what may be written where a child is registered late?',
      'О каждом бланке спросите: нужно ли в нём место рождения вообще?\nПечатайте справки и списки без него.\nПусть документ видит один человек в школе и ничего не копирует.\nДайте опекунам слова для ответа: родился за рубежом.\nСобирайте случаи без имён и несите их в министерство юстиции.\nСравните законы с соседями: что можно писать при поздней регистрации?',
      {
        kk: 'Әр үлгі туралы сұраңыз: туған жер мүлде керек пе?\nАнықтама мен тізімді онсыз басып шығарыңыз.\nҚұжатты мектепте бір адам ғана көріп, ештеңе көшірмесін.\nҚамқоршыларға жауап сөзін беріңіз: шетелде туған.\nЖағдайларды аты-жөнсіз жинап, әділет министрлігіне жеткізіңіз.\nКөршілермен заң салыстырыңыз: кеш тіркегенде не жазуға болады?',
      },
    ),
    evidence: t(
      'The problem is reported by experts and lawyers. The steps are ours, from the rule that papers tell no more than they must; none has been measured.',
      'О проблеме сообщают эксперты и юристы. Шаги — наши, из правила, что бумага говорит не больше нужного; ни один не измерен.',
      {
        kk: 'Мәселені сарапшылар мен заңгерлер айтқан. Қадамдар біздікі: қағаз қажеттен артық айтпасын деген ережеден; ешқайсысы өлшенбеген.',
      },
    ),
    results: t(
      'No change of the law has been reported. Leaving a field out of lists and copies is within the power of each office today.',
      'Об изменении закона не сообщалось. Убрать строку из списков и копий каждое ведомство может уже сегодня.',
      {
        kk: 'Заң өзгергені туралы хабар жоқ. Тізім мен көшірмеден бір жолды алып тастау әр мекеменің бүгін-ақ қолынан келеді.',
      },
    ),
    unwanted: t(
      'A false entry would harm the child later, at a border or in court. Nobody should write what is not true.',
      'Неверная запись навредит ребёнку позже — на границе или в суде. Неправду писать нельзя.',
    ),
    safeguards: t(
      'Nothing false is written: something is not shown.\nThe full paper stays with the family.\nWho sees the place of birth is written down.',
      'Ничего ложного не пишут: чего-то не показывают.\nПолный документ остаётся у семьи.\nЗаписано, кто видит место рождения.',
      {
        kk: 'Жалған ештеңе жазылмайды: бір нәрсе көрсетілмейді.\nТолық құжат отбасыда қалады.\nТуған жерді кім көретіні жазылады.',
      },
    ),
    limits: t(
      'The certificate itself stays as it is until the law changes.',
      'Само свидетельство остаётся прежним, пока не изменится закон.',
      { kk: 'Заң өзгергенше куәліктің өзі сол күйінде қалады.' },
    ),
    transfer: t(
      'All five states write a place of birth into papers. An exchange on legal answers would serve all of them.',
      'Место рождения в документах пишут все пять государств. Обмен правовыми решениями полезен каждому.',
    ),
  },
)
