import { seed, t } from '../seed.ts'
import { asiaPlus2025, unicefTajikistan2024 } from '../sources.ts'

export const programmeAndObstacles = seed(
  'tj-programme-and-obstacles',
  'TJ',
  {
    domains: ['staff', 'law', 'livelihood', 'education'],
    themes: ['coordination', 'social-worker', 'complaint', 'social-protection', 'evaluation'],
    settings: ['office'],
    audience: ['staff', 'families'],
    since: 2023,
    cost: 'low',
    evidenceLevel: 'told',
    sources: [unicefTajikistan2024, asiaPlus2025],
  },
  {
    title: t(
      'A five-year programme that listens to social workers',
      'Пятилетняя программа, которая слышит социальных работников',
    ),
    summary: t(
      'A government programme with an action plan names the tasks of each ministry for 2023 to 2027. At a round table its leaders looked at what was done, and at what social workers had reported as not solved.',
      'Правительственная программа с планом действий называет задачи каждого министерства на 2023–2027 годы. На круглом столе её руководители смотрели, что сделано и что, по словам социальных работников, не решено.',
      {
        tg: 'Барномаи ҳукумат бо нақшаи чорабиниҳо вазифаи ҳар вазоратро барои солҳои 2023–2027 мегӯяд. Дар мизи мудаввар роҳбарон диданд, ки чӣ иҷро шуд ва кормандони иҷтимоӣ чиро ҳалношуда гуфтаанд.',
      },
    ),
    problem: t(
      'Plans are written above and obstacles are met below; without a way up, the same obstacle is met by each family anew.',
      'Планы пишут наверху, а препятствия — внизу; без пути наверх каждая семья упирается в то же самое.',
      {
        tg: 'Нақшаҳо дар боло навишта мешаванд, монеаҳо дар поён пеш меоянд; бе роҳ ба боло ҳар оила аз нав ба ҳамон монеа дучор мешавад.',
      },
    ),
    context: t(
      'Decision of the Government No. 481 of 27 September 2023; first phase 2023 to 2025; the Ministry of Health and Social Protection leads, with UNICEF and the European Union.',
      'Решение Правительства № 481 от 27 сентября 2023 года; первый этап 2023–2025; ведёт Министерство здравоохранения и социальной защиты, с ЮНИСЕФ и Европейским союзом.',
    ),
    forWhom: t(
      'Ministries and agencies with a task in the plan, and social workers with families.',
      'Министерства и ведомства с задачей в плане и социальные работники, которые ведут семьи.',
    ),
    steps: t(
      'Let social workers write each obstacle in one line: what, since when, whose it is.\nCount the same ones together.\nBring the list to the table every quarter, without names.\nGive each obstacle an owner and a day.\nTell social workers what became of it.\nChange the plan where an obstacle keeps coming back.',
      'Пусть социальный работник пишет препятствие одной строкой: что, с каких пор, чьё оно.\nОдинаковые считайте вместе.\nРаз в квартал несите список на стол, без имён.\nУ каждого препятствия — ответственный и день.\nСкажите социальным работникам, что вышло.\nЕсли препятствие возвращается, меняйте план.',
      {
        tg: 'Бигзор корманди иҷтимоӣ ҳар монеаро дар як сатр нависад: чӣ, аз кай, аз они кист.\nЯкхелаҳоро якҷоя ҳисоб кунед.\nДар ҳар семоҳа рӯйхатро бе номҳо ба миз баред.\nҲар монеа масъул ва рӯз дошта бошад.\nБа кормандони иҷтимоӣ гӯед, ки чӣ шуд.\nАгар монеа боз пайдо шавад, нақшаро дигар кунед.',
      },
    ),
    evidence: t(
      'Programme, round table and the mention of unsolved problems are reported by UNICEF; the list is our proposal for the step between.',
      'О программе, круглом столе и нерешённых вопросах сообщает ЮНИСЕФ; список — наше предложение для шага между ними.',
      {
        tg: 'Дар бораи барнома, мизи мудаввар ва масъалаҳои ҳалношуда ЮНИСЕФ хабар медиҳад; рӯйхат пешниҳоди мост.',
      },
    ),
    results: t(
      'Many activities of the plan were carried out in 2023, as reported; obstacles were named openly.',
      'По сообщению, многое из плана выполнено в 2023 году; препятствия названы открыто.',
    ),
    safeguards: t(
      'An obstacle is about an office, never about a family.\nA worker who reports one is not blamed.\nThe list may be shown to families.',
      'Препятствие — о ведомстве и никогда о семье.\nТого, кто сообщил, не винят.\nСписок можно показать семьям.',
    ),
    limits: t(
      'Depends on people who may decide coming to the table.',
      'Зависит от того, придут ли за стол те, кто вправе решать.',
    ),
    transfer: t(
      'A list of obstacles by office would let five states see which of them they share.',
      'Список препятствий по ведомствам показал бы пяти государствам, что у них общего.',
    ),
  },
)
