import { seed, t } from '../seed.ts'
import { diplomat2022, rapporteur2022, uzDaily } from '../sources.ts'

export const commissions = seed(
  'uz-commissions',
  'UZ',
  {
    domains: ['protection', 'staff', 'law'],
    themes: ['coordination', 'complaint', 'rights', 'documents', 'evaluation'],
    settings: ['office'],
    audience: ['staff', 'families'],
    since: 2019,
    cost: 'low',
    evidenceLevel: 'told',
    sources: [diplomat2022, uzDaily, rapporteur2022],
  },
  {
    title: t('One commission above, one in each region', 'Одна комиссия наверху и по одной в каждой области'),
    summary: t(
      'A republican commission of all ministries sets the plan, regional ones carry it out, and the ombudsperson for children sits with them. The United Nations rapporteur called the integrated approach good practice and asked for independent monitoring.',
      'Республиканская комиссия всех министерств утверждает план, территориальные его выполняют, с ними — уполномоченный по правам ребёнка. Докладчик ООН назвала такой подход хорошей практикой и попросила о независимом наблюдении.',
      {
        uz: 'Barcha vazirliklarning respublika komissiyasi rejani belgilaydi, hududiylari bajaradi, ular bilan bola huquqlari boʻyicha vakil oʻtiradi. BMT maʼruzachisi bunday yondashuvni yaxshi tajriba deb atadi va mustaqil kuzatuvni soʻradi.',
      },
    ),
    problem: t(
      'School, clinic, housing and papers belong to different ministries; each does its part, and the family is the only one who sees the whole.',
      'Школа, поликлиника, жильё и документы — в разных министерствах; каждое делает своё, и целое видит только семья.',
      {
        uz: 'Maktab, poliklinika, uy-joy va hujjatlar turli vazirliklarda; har biri oʻz qismini qiladi, butunini esa faqat oila koʻradi.',
      },
    ),
    context: t(
      'Legal acts on social adaptation, republican and territorial interdepartmental commissions, an action plan, and a technical group that also steers a project of the European Union and the United Nations.',
      'Нормативные акты о социальной адаптации, республиканская и территориальные межведомственные комиссии, план действий и техническая группа, которая ведёт и проект Европейского союза и ООН.',
    ),
    forWhom: t(
      'Ministries and regional administrations who have to act together.',
      'Министерства и областные администрации, которым нужно действовать вместе.',
    ),
    steps: t(
      'Name members who may decide, and a deputy for each.\nWrite one plan with owner and date for each line.\nLet regions report what is stuck, and answer within days.\nInvite the ombudsperson for children, and organisations of civil society.\nReview once a year in public: what was done, what remains.\nHave somebody from outside look at rights.',
      'Назовите членов, которые вправе решать, и заместителя каждому.\nНапишите один план: у каждой строки есть ответственный и дата.\nПусть области сообщают, что застряло, и получают ответ за считанные дни.\nПригласите уполномоченного по правам ребёнка и общественные организации.\nРаз в год подводите итоги открыто: что сделано, что осталось.\nПусть о правах скажет кто-то со стороны.',
      {
        uz: 'Qaror qila oladigan aʼzolarni va har biriga oʻrinbosarni ayting.\nBitta reja yozing: har bir satrning masʼuli va sanasi boʻlsin.\nViloyatlar nima toʻxtab qolganini xabar qilsin va bir necha kunda javob olsin.\nBola huquqlari boʻyicha vakil va jamoat tashkilotlarini taklif qiling.\nYiliga bir marta ochiq yakun qiling: nima qilindi, nima qoldi.\nHuquqlarga chetdan kimdir qarasin.',
      },
    ),
    evidence: t(
      'Described by national bodies and seen by a UN rapporteur during a visit in 2021; no evaluation of outcomes is public.',
      'Описано национальными органами и увидено докладчиком ООН во время визита 2021 года; оценки итогов в открытом доступе нет.',
    ),
    results: t(
      'One plan and one table in the republic and in regions; papers, school places and health care arranged through them.',
      'Один план и один стол в республике и областях; через них решались документы, школа и лечение.',
    ),
    unwanted: t(
      'Security bodies sit at the same table as helpers. What is said there about a family has to be little.',
      'За одним столом с помощниками сидят органы безопасности. О семье там нужно говорить мало.',
    ),
    safeguards: t(
      'The commission deals with obstacles; names come only where one has to be decided on.\nNotes of psychologists never reach it.\nA family may be heard, and hears the decision.',
      'Комиссия занимается препятствиями; имена — лишь там, где нужно решение.\nЗаписи психологов туда не попадают никогда.\nСемью могут выслушать, и решение ей сообщают.',
    ),
    limits: t(
      'A table does not replace a case manager. Independent monitoring was recommended and is not reported to exist.',
      'Стол не заменит ведущего специалиста. Независимое наблюдение рекомендовали, о нём пока не сообщалось.',
    ),
    transfer: t(
      'The form exists in every state. The yearly public review is what makes it work.',
      'Форма есть в каждом государстве. Работать её заставляет ежегодный открытый обзор.',
    ),
  },
)
