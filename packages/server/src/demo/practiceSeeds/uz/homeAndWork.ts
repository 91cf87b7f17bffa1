import { seed, t } from '../seed.ts'
import { centralAsiaNews2020, uzDaily } from '../sources.ts'

export const homeAndWork = seed(
  'uz-home-and-work',
  'UZ',
  {
    domains: ['housing', 'livelihood', 'education'],
    themes: ['housing', 'employment', 'women', 'kindergarten', 'school-admission'],
    settings: ['community', 'home'],
    audience: ['families', 'carers'],
    since: 2019,
    cost: 'high',
    evidenceLevel: 'told',
    sources: [centralAsiaNews2020, uzDaily],
  },
  {
    title: t(
      'A home, work and a place at school promised on arrival',
      'Жильё, работа и школа обещаны в день приезда',
    ),
    summary: t(
      'On the day families arrive the state says publicly what they will get: medical, psychological and social help, a home, work for women, kindergarten and school for children. A promise made aloud can be asked after.',
      'В день приезда государство говорит вслух, что получит семья: медицинскую, психологическую и социальную помощь, жильё, работу для женщин, садик и школу для детей. О сказанном вслух можно спросить.',
      {
        uz: 'Oilalar kelgan kuni davlat ularga nima berilishini ochiq aytadi: tibbiy, psixologik va ijtimoiy yordam, uy, ayollarga ish, bolalarga bogʻcha va maktab. Ochiq aytilgan vaʼdani soʻrash mumkin.',
      },
    ),
    problem: t(
      'Homes were sold, relatives have no room, and a mother without work depends on those who do not want her there.',
      'Дома проданы, у родных тесно, а мать без работы зависит от тех, кто ей не рад.',
      {
        uz: 'Uylar sotilgan, qarindoshlarning uyi tor, ishsiz ona esa uni xush koʻrmaganlarga qaram boʻlib qoladi.',
      },
    ),
    context: t(
      'Said in December 2020 of 98 women and children; an action plan with all ministries followed up on such promises.',
      'Сказано в декабре 2020 года о 98 женщинах и детях; такие обещания отслеживал план действий всех министерств.',
    ),
    forWhom: t('Families who come back to nothing.', 'Семьи, которым некуда возвращаться.'),
    steps: t(
      'Say on the first day what will be given, and by whom.\nMake of it a list for each family, which the family keeps.\nFind a home near people who are fond of the family.\nAsk what a woman can and would like to do before a job is looked for.\nGive child care with the job.\nTick off the list with the family, every quarter.',
      'В первый день скажите, что и кем будет дано.\nСделайте из этого список для каждой семьи; он остаётся у семьи.\nИщите жильё рядом с теми, кому семья дорога.\nПрежде чем искать работу, спросите, что женщина умеет и чего хочет.\nВместе с работой — садик.\nРаз в квартал отмечайте список вместе с семьёй.',
      {
        uz: 'Nima va kim tomonidan berilishini birinchi kuni ayting.\nUndan har bir oila uchun roʻyxat qiling; u oilada qoladi.\nUyni oilani yaxshi koʻradigan odamlar yonidan qidiring.\nIsh qidirishdan oldin ayol nima qila olishini va nima xohlashini soʻrang.\nIsh bilan birga bogʻcha bering.\nHar chorakda oila bilan birga roʻyxatni belgilab chiqing.',
      },
    ),
    evidence: t(
      'The promise is reported; how many homes and jobs came of it is not. The list is our proposal.',
      'Об обещании сообщалось; сколько вышло домов и рабочих мест, нет. Список — наше предложение.',
    ),
    results: t(
      'Enrolment of all children of school age was reported later. For homes and work no figures are public.',
      'Позже сообщили о зачислении всех школьников. По жилью и работе открытых цифр нет.',
    ),
    unwanted: t(
      'Neighbours who wait for a home themselves may resent it. Give help of the same kind to others in need.',
      'Соседи, которые сами ждут жильё, могут обидеться. Помогайте так же и другим нуждающимся.',
    ),
    safeguards: t(
      'No work or home as a reward for behaviour.\nAn employer learns what a worker can do, and nothing else.\nA woman may leave a job without losing the home.',
      'Ни работа, ни жильё не награда за поведение.\nРаботодатель узнаёт, что человек умеет, и больше ничего.\nЖенщина может уйти с работы и не потерять жильё.',
    ),
    limits: t('Needs money that a district does not have.', 'Нужны деньги, которых у района нет.'),
    transfer: t(
      'The public promise costs nothing; the list makes it checkable.',
      'Обещание вслух не стоит ничего; список делает его проверяемым.',
    ),
  },
)
