import { seed, t } from '../seed.ts'
import { newTimes2020, order382 } from '../sources.ts'

export const rulesForChildren = seed(
  'kz-rules-for-children',
  'KZ',
  {
    domains: ['law', 'protection', 'education', 'psychosocial'],
    themes: [
      'law-and-justice',
      'rights',
      'case-management',
      'detained-parent',
      'coordination',
      'rehabilitation',
    ],
    settings: ['office', 'community', 'home'],
    audience: ['children', 'carers', 'staff'],
    ages: { from: 0, to: 17 },
    since: 2020,
    cost: 'medium',
    evidenceLevel: 'told',
    sources: [order382, newTimes2020],
  },
  {
    title: t('Help for children written into law', 'Помощь детям, записанная в законе'),
    summary: t(
      'A law names who coordinates and which services a child may expect, and an order gives the rules and terms. It also covers children at home whose parent was arrested, and so looks at a child and not at a journey.',
      'Закон называет, кто координирует и на какие услуги вправе рассчитывать ребёнок, а приказ даёт правила и сроки. Он касается и детей, чей родитель арестован дома, то есть смотрит на ребёнка, а не на поездку.',
      {
        kk: 'Заң кім үйлестіретінін және бала қандай қызметке сене алатынын айтады, ал бұйрық қағидалар мен мерзімдерді береді. Ол ата-анасы елде қамауға алынған балаларға да қатысты, яғни сапарға емес, балаға қарайды.',
      },
    ),
    problem: t(
      'Without a rule help hangs on good will: one region does much, the next nothing, and nobody is the one to ask.',
      'Без правила помощь держится на доброй воле: одна область делает много, соседняя — ничего, и спросить не с кого.',
      {
        kk: 'Ереже болмаса, көмек жақсы ниетке ғана тіреледі: бір облыс көп жасайды, көршісі ештеңе істемейді, ал сұрайтын адам жоқ.',
      },
    ),
    context: t(
      'Amendments of May 2020 on the protection of mothers and children; order No. 382 of 4 September 2020 under article 17-1 of the law on countering terrorism, amended in June 2023.',
      'Поправки мая 2020 года о защите материнства и детства; приказ № 382 от 4 сентября 2020 года по статье 17-1 закона о противодействии терроризму, изменён в июне 2023 года.',
    ),
    forWhom: t(
      'Children who returned, and children whose legal representative is held or sentenced; the bodies that help them.',
      'Вернувшиеся дети и дети, чей законный представитель задержан или осуждён; органы, которые им помогают.',
    ),
    steps: t(
      'Name one ministry that coordinates, the one for children.\nList services in law: health, psychosocial, education, legal.\nSay who opens the help, within how many days, and who reviews it.\nMake a plan for each child, with its carer.\nLook at the rules again after some years, and change them.\nThe full text of the terms is in the order; we have read its opening only.',
      'Назовите одно координирующее министерство — то, что отвечает за детей.\nПеречислите услуги в законе: медицинские, психосоциальные, образовательные, правовые.\nСкажите, кто начинает помощь, за сколько дней и кто её пересматривает.\nСоставьте план для каждого ребёнка вместе с опекуном.\nЧерез несколько лет перечитайте правила и измените.\nПолный текст сроков — в приказе; мы прочли только его начало.',
      {
        kk: 'Үйлестіретін бір министрлікті атаңыз — балаларға жауап беретінін.\nҚызметтерді заңда атап көрсетіңіз: медициналық, психоәлеуметтік, білім беру, құқықтық.\nКөмекті кім, неше күнде бастайтынын, кім қайта қарайтынын айтыңыз.\nӘр балаға қамқоршысымен бірге жоспар жасаңыз.\nБірнеше жылдан кейін ережені қайта оқып, өзгертіңіз.\nМерзімдердің толық мәтіні — бұйрықта; біз оның басын ғана оқыдық.',
      },
    ),
    evidence: t(
      'The texts are public. Whether children get help sooner since then is not.',
      'Тексты открыты. Стали ли дети получать помощь раньше, не опубликовано.',
    ),
    results: t(
      'A coordinating body and a list of services exist in law; the rules have been amended once.',
      'Координирующий орган и перечень услуг есть в законе; правила один раз изменены.',
    ),
    unwanted: t(
      'The law in which it stands is about terrorism, and its name comes along into the papers of a child.',
      'Закон, в котором это записано, — о терроризме, и его название попадает в бумаги ребёнка.',
    ),
    safeguards: t(
      'Papers for school and clinic name the service and not the law.\nThe ministry for children leads, not the police.\nA child and its carer may refuse a service without losing the others.',
      'В бумагах для школы и поликлиники названа услуга, а не закон.\nВедёт министерство, отвечающее за детей, а не полиция.\nРебёнок и опекун могут отказаться от одной услуги и не лишиться других.',
    ),
    limits: t(
      'A rule needs people: without social workers it stays paper.',
      'Правилу нужны люди: без социальных работников оно остаётся бумагой.',
    ),
    transfer: t(
      'The list of services carries over; better into the law on children than into one on security.',
      'Перечень услуг переносим; лучше — в закон о детях, чем в закон о безопасности.',
    ),
  },
)
