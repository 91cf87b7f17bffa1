import { seed, t } from '../seed.ts'
import { gcerfStory, kaktus2024 } from '../sources.ts'

export const threeAtTheTable = seed(
  'kg-three-at-the-table',
  'KG',
  {
    domains: ['papers', 'health', 'education', 'law'],
    themes: ['ngo', 'coordination', 'court', 'birth-certificate', 'health', 'case-management'],
    settings: ['home', 'office', 'clinic', 'school'],
    audience: ['families', 'children', 'staff'],
    since: 2024,
    cost: 'medium',
    evidenceLevel: 'told',
    sources: [gcerfStory, kaktus2024],
  },
  {
    title: t(
      'Organisation, department and commission go with the family',
      'Организация, отдел и комиссия идут вместе с семьёй',
    ),
    summary: t(
      'A civil society organisation assesses needs with the family; the district department for family and children and the commission on children’s affairs open the doors: court for certificates, clinic, school.',
      'Общественная организация вместе с семьёй выясняет, что нужно; районный отдел поддержки семьи и детей и комиссия по делам детей открывают двери: суд ради свидетельств, поликлинику, школу.',
      {
        ky: 'Коомдук уюм үй-бүлө менен бирге эмне керегин аныктайт; райондук үй-бүлө жана балдарды колдоо бөлүмү менен балдар иштери боюнча комиссия эшик ачат: күбөлүк үчүн сот, оорукана, мектеп.',
      },
    ),
    problem: t(
      'An organisation knows the family and may not decide; an office may decide and does not know the family.',
      'Организация знает семью, но не решает; ведомство решает, но семьи не знает.',
      {
        ky: 'Уюм үй-бүлөнү билет, бирок чечпейт; мекеме чечет, бирок үй-бүлөнү билбейт.',
      },
    ),
    context: t(
      'Grant of GCERF to SOS Children’s Villages Kyrgyzstan. In one reported case more than a year passed between return and certificates, since a court had to decide.',
      'Грант GCERF для «SOS Детские деревни Кыргызстан». В одном известном случае от возвращения до свидетельств прошло больше года: решал суд.',
    ),
    forWhom: t(
      'Families with several needs at once, of which some need an authority.',
      'Семьи, у которых сразу несколько нужд, и часть из них требует решения власти.',
    ),
    steps: t(
      'Visit and assess together with the family, health among the rest.\nSort: what can we do ourselves, what needs the department, what the commission, what a court.\nPrepare the papers for the court and go along.\nAgree with the clinic on one day for all examinations.\nLet teachers write plans for the children meanwhile.\nPay for what cannot wait: tests, hospital, journeys.\nMeet again every month until the last paper is there.',
      'Придите и оцените вместе с семьёй, в том числе здоровье.\nРазложите: что сделаем сами, что — отдел, что — комиссия, что — суд.\nПодготовьте бумаги в суд и идите вместе.\nДоговоритесь с поликлиникой об одном дне для всех осмотров.\nПусть учителя тем временем напишут планы для детей.\nОплатите то, что не ждёт: анализы, больницу, дорогу.\nВстречайтесь каждый месяц, пока не придёт последний документ.',
      {
        ky: 'Барып, үй-бүлө менен бирге баалаңыз, ден соолугун да.\nБөлүштүрүңүз: эмнени өзүбүз жасайбыз, эмнени бөлүм, эмнени комиссия, эмнени сот.\nСотко кагаздарды даярдап, бирге барыңыз.\nБейтапкана менен бардык текшерүүгө бир күн макулдашыңыз.\nОшол убакта мугалимдер балдарга пландарды жазып турсун.\nКүтө албаган нерсени төлөңүз: анализ, оорукана, жол.\nАкыркы документ келгиче ай сайын чогулуңуз.',
      },
    ),
    evidence: t(
      'Told by the funder as one story. How many families were helped so is not published.',
      'Рассказал донор на примере одной семьи. Скольким помогли так, не опубликовано.',
    ),
    results: t(
      'Certificates and a passport issued, children examined and treated, in school with plans of their own.',
      'Выданы свидетельства и паспорт, дети обследованы и лечились, учатся по своим планам.',
    ),
    unwanted: t(
      'The story was published with ages and a town: enough to recognise the family. This record leaves them out.',
      'Историю опубликовали с возрастами и городом: этого хватит, чтобы узнать семью. Здесь они опущены.',
    ),
    safeguards: t(
      'Each sees what its task needs, by agreement in writing.\nThe family knows who knows what.\nThe organisation keeps no copy once the task is done.',
      'Каждый видит то, что нужно для его дела, по письменному соглашению.\nСемья знает, кто что знает.\nОрганизация не оставляет себе копий, когда дело сделано.',
    ),
    limits: t(
      'Lives as long as the grant. Courts have their own pace.',
      'Живёт, пока есть грант. У суда своя скорость.',
    ),
    transfer: t(
      'Wherever a department for children exists. Write down the division of tasks once, and use it for each family.',
      'Везде, где есть отдел по делам детей. Распишите задачи один раз и применяйте к каждой семье.',
    ),
  },
)
