import { seed, t } from '../seed.ts'
import { redCross2018 } from '../sources.ts'

export const homeVisits = seed(
  'tj-home-visits',
  'TJ',
  {
    domains: ['psychosocial', 'family', 'education'],
    settings: ['home'],
    audience: ['children', 'carers'],
    ages: { from: 3, to: 17 },
    since: 2018,
    until: 2018,
    cost: 'medium',
    evidenceLevel: 'told',
    sources: [redCross2018],
  },
  {
    title: t('A psychologist of its own comes to the child', 'К ребёнку приходит свой психолог', {
      tg: 'Ба назди кӯдак равоншиноси худаш меояд',
    }),
    summary: t(
      'Each child who went straight to relatives had one psychologist, who came to the house, talked and played. Visits lasted as long as the child wanted, from one to four hours.',
      'У каждого ребёнка, сразу попавшего к родным, был один психолог: он приходил домой, говорил и играл. Визит длился столько, сколько хотел ребёнок, — от часа до четырёх.',
      {
        tg: 'Ҳар кӯдаке, ки якбора ба хешовандон рафт, як равоншинос дошт: ӯ ба хона меомад, суҳбат ва бозӣ мекард. Дидор ба қадри хоҳиши кӯдак, аз як то чор соат давом мекард.',
      },
    ),
    problem: t(
      'A child does not speak in an office, and relatives have no car. A new face each time makes it worse.',
      'В кабинете ребёнок молчит, а у родных нет машины. Новое лицо каждый раз только хуже.',
      {
        tg: 'Дар идора кӯдак хомӯш аст, хешовандон бошанд мошин надоранд. Ҳар дафъа чеҳраи нав танҳо бадтар мекунад.',
      },
    ),
    context: t(
      'A small first group in 2018, placed with close relatives at once, with psychologists of the Red Cross beside those of the state.',
      'Небольшая первая группа 2018 года, сразу устроенная к близким родным; рядом с государственными — психологи Красного Креста.',
    ),
    forWhom: t('Children in families, in the first months.', 'Дети в семьях, первые месяцы.', {
      tg: 'Кӯдакон дар оилаҳо, моҳҳои аввал.',
    }),
    steps: t(
      'Choose one psychologist for each child, for at least half a year.\nCome to the house, in ordinary clothes and without a marked car.\nPlay first; let the child lead.\nSit with the carer afterwards: what helps, what worries.\nSend on when symptoms last.\nPrepare the first day of school together.\nSay good-bye in time, and not at once.',
      'Выберите каждому ребёнку одного психолога хотя бы на полгода.\nПриходите домой в обычной одежде и без служебной машины.\nСначала играйте; пусть ведёт ребёнок.\nПотом посидите с опекуном: что помогает, что тревожит.\nЕсли симптомы держатся, направьте дальше.\nВместе готовьтесь к первому дню в школе.\nПрощайтесь вовремя и не сразу.',
      {
        tg: 'Барои ҳар кӯдак як равоншинос, ҳадди ақал барои ним сол.\nБа хона бо либоси одӣ ва бе мошини хизматӣ биёед.\nАввал бозӣ кунед; бигзор кӯдак роҳбарӣ кунад.\nБаъд бо парастор нишинед: чӣ кумак мекунад, чӣ ташвиш медиҳад.\nАгар нишонаҳо давом кунанд, ба мутахассис фиристед.\nБарои рӯзи аввали мактаб якҷоя омода шавед.\nСари вақт ва оҳиста хайрбод кунед.',
      },
    ),
    evidence: t(
      'Told by a psychologist to the press after two visits. No follow-up is published.',
      'Рассказал прессе психолог после двух визитов. Продолжения не опубликовано.',
      { tg: 'Равоншинос пас аз ду дидор ба матбуот гуфтааст. Идомааш нашр нашудааст.' },
    ),
    results: t(
      'The children were expected to be ready for school by September of that year.',
      'Ожидалось, что к сентябрю того же года дети будут готовы к школе.',
      { tg: 'Интизор мерафт, ки кӯдакон то сентябри ҳамон сол ба мактаб омода мешаванд.' },
    ),
    unwanted: t(
      'Neighbours notice a visitor. Agree with the family what to say.',
      'Соседи замечают гостя. Договоритесь с семьёй, что говорить.',
    ),
    safeguards: t(
      'No questions about what was seen; the child tells if it wants.\nNotes stay with the psychologist.\nThe carer can end a visit.',
      'Не расспрашивать об увиденном; ребёнок расскажет, если захочет.\nЗаписи остаются у психолога.\nОпекун может закончить визит.',
      {
        tg: 'Дар бораи дидааш намепурсанд; агар хоҳад, худаш мегӯяд.\nҚайдҳо дар равоншинос мемонанд.\nПарастор дидорро қатъ карда метавонад.',
      },
    ),
    limits: t(
      'One to one does not carry hundreds. For larger groups keep it for those who need it most.',
      'Один на один сотням не хватит. В больших группах — для тех, кому нужнее.',
      { tg: 'Яккаса ба садҳо нафар намерасад. Дар гурӯҳҳои калон барои онҳое, ки бештар ниёз доранд.' },
    ),
    transfer: t(
      'Works where distances are short, or where the psychologist lives near.',
      'Подходит, где расстояния малы или психолог живёт рядом.',
    ),
  },
)
