import { seed, t } from '../seed.ts'
import { asiaPlus2024, gazette2020 } from '../sources.ts'

export const consularRegister = seed(
  'tj-consular-register',
  'TJ',
  {
    domains: ['reception', 'papers', 'protection'],
    themes: ['consular', 'return', 'consent', 'safety', 'documents'],
    settings: ['abroad'],
    audience: ['families', 'staff'],
    since: 2020,
    cost: 'medium',
    evidenceLevel: 'told',
    figures: [
      {
        label: t(
          'Registered as wishing to return, December 2020',
          'Записано желающих вернуться, декабрь 2020',
          {
            tg: 'Ба қайд гирифташудагони хоҳони бозгашт, декабри 2020',
          },
        ),
        value: 'about 200',
        source: 'Tajikistan News Gazette',
      },
      {
        label: t('Expected and arrived, April 2024', 'Ожидали и приехали, апрель 2024', {
          tg: 'Интизор буданд ва омаданд, апрели 2024',
        }),
        value: '90 / 47',
        source: 'Asia-Plus, 30 April 2024',
      },
    ],
    sources: [gazette2020, asiaPlus2024],
  },
  {
    title: t('A consul asks who wishes to come home', 'Консул спрашивает, кто хочет домой'),
    summary: t(
      'Diplomats went to the camps, spoke with women and registered those who wished to return. Some refused. The list was read as an intention and not as a manifest: in April 2024 fewer came than were expected.',
      'Дипломаты ездили в лагеря, говорили с женщинами и записывали желающих вернуться. Некоторые отказались. Список понимали как намерение, а не как ведомость: в апреле 2024 года приехало меньше, чем ждали.',
      {
        tg: 'Дипломатҳо ба лагерҳо рафтанд, бо занон суҳбат карданд ва хоҳони бозгаштро ба қайд гирифтанд. Баъзеҳо рад карданд. Рӯйхатро ҳамчун ният фаҳмиданд, на ҳамчун феҳристи сафар: дар апрели 2024 камтар аз интизорӣ омаданд.',
      },
    ),
    problem: t(
      'Nobody at home knows who is there, who is whose child, and who wants to come. Plans for beds, doctors and school places rest on guesses.',
      'Дома никто не знает, кто там, чей это ребёнок и кто хочет вернуться. Койки, врачи и школы планируются наугад.',
      {
        tg: 'Дар хона касе намедонад, ки дар он ҷо кист, кӯдак аз они кист ва кӣ баргаштан мехоҳад. Нақшаи ҷойи хоб, табиб ва мактаб аз рӯи тахмин аст.',
      },
    ),
    context: t(
      'The embassy in Kuwait looks after several states. Threats inside a camp kept some women from leaving at the last moment.',
      'Посольство в Кувейте отвечает за несколько государств. В последний момент некоторым женщинам помешали уехать угрозы в самом лагере.',
    ),
    forWhom: t(
      'Women and children abroad who may wish to return, and the services that will receive them.',
      'Женщины и дети за рубежом, которые могут захотеть вернуться, и службы, которые их примут.',
    ),
    steps: t(
      'Speak with each person alone, also with older children.\nSay honestly what waits at home, courts included.\nWrite down names in every spelling, kinship, health, languages.\nNote a no without blame, and ask again later.\nKeep the list safe: in a camp it is a danger.\nPlan reception for a range of people and not for one number.',
      'Говорите с каждым наедине, и со старшими детьми тоже.\nЧестно скажите, что ждёт дома, включая суд.\nЗапишите имена во всех написаниях, родство, здоровье, языки.\nОтказ запишите без упрёка и спросите позже.\nБерегите список: в лагере он опасен.\nГотовьте приём на промежуток, а не на одно число.',
      {
        tg: 'Бо ҳар кас танҳо гап занед, бо кӯдакони калонтар низ.\nРост гӯед, ки дар хона чӣ интизор аст, аз ҷумла суд.\nНомҳоро бо ҳар навишт, хешӣ, саломатӣ ва забонҳоро нависед.\nРадро бе таъна нависед ва дертар боз пурсед.\nРӯйхатро эҳтиёт кунед: дар урдугоҳ он хатарнок аст.\nҚабулро барои аз кам то зиёд омода кунед, на барои як рақам.',
      },
    ),
    evidence: t(
      'Told by diplomats and the foreign ministry. How interviews were led is not public.',
      'Рассказали дипломаты и внешнеполитическое ведомство. Как шли беседы, не опубликовано.',
      { tg: 'Дипломатҳо ва вазорати корҳои хориҷӣ гуфтаанд. Чӣ гуна суҳбат карданд, нашр нашудааст.' },
    ),
    results: t(
      'Groups came home in 2022, 2023 and 2024; the programme was called almost complete in April 2024.',
      'Группы вернулись в 2022, 2023 и 2024 годах; в апреле 2024-го программу назвали почти завершённой.',
    ),
    unwanted: t(
      'Children were abducted so that mothers would not leave. Who is on a list has to be known to few.',
      'Детей похищали, чтобы матери не уехали. Кто в списке, должны знать немногие.',
    ),
    safeguards: t(
      'Return is a choice for adults.\nConsent of both parents is sought where both live.\nNo list travels by telephone or stays in a camp.\nA woman who stays may change her mind.',
      'Для взрослых возвращение — выбор.\nЕсли живы оба родителя, нужно согласие обоих.\nСписок не пересылают по телефону и не оставляют в лагере.\nТа, что остаётся, может передумать.',
    ),
    limits: t(
      'Needs access that others grant. A few visits in years leave most unasked.',
      'Нужен доступ, который дают другие. Редкие визиты оставляют большинство неспрошенными.',
    ),
    transfer: t(
      'States could ask for each other where only one has access, with the consent of the person.',
      'Где доступ есть у одного, он мог бы спросить и за соседа — с согласия человека.',
    ),
  },
  'council',
)
