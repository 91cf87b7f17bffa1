import { seed, t } from '../seed.ts'
import { isrs2025, uzDaily } from '../sources.ts'

export const documents = seed(
  'uz-documents',
  'UZ',
  {
    domains: ['papers', 'family', 'education'],
    settings: ['office', 'community'],
    audience: ['children', 'carers', 'families', 'staff'],
    since: 2019,
    until: 2022,
    cost: 'medium',
    evidenceLevel: 'followed',
    figures: [
      {
        label: t('Families helped to papers', 'Семей получили помощь с документами', {
          uz: 'Hujjat olishda yordam berilgan oilalar',
        }),
        value: 'more than 63',
        source: 'UzDaily, report on the round table of the ministry for mahalla and family, with UNICEF',
      },
      {
        label: t('Children in these families', 'Детей в этих семьях', { uz: 'Shu oilalardagi bolalar' }),
        value: '183',
        source: 'UzDaily, report on the round table of the ministry for mahalla and family, with UNICEF',
      },
    ],
    sources: [uzDaily, isrs2025],
  },
  {
    title: t('Papers for the whole family at once', 'Документы сразу для всей семьи', {
      uz: 'Butun oilaga birdaniga hujjat',
    }),
    summary: t(
      'Birth certificates, identity cards, registration of residence and guardianship were arranged family by family under one action plan, with one group of all agencies that looked at what was stuck. All children of school age were reported to be in school.',
      'Свидетельства о рождении, удостоверения, регистрация по месту жительства и опека оформлялись семья за семьёй по одному плану действий; одна группа всех ведомств смотрела, что застряло. Сообщалось, что все дети школьного возраста пошли в школу.',
      {
        uz: 'Tugʻilganlik guvohnomasi, shaxsiy guvohnoma, yashash joyi roʻyxati va vasiylik bitta harakatlar rejasi boʻyicha oilama-oila rasmiylashtirildi; barcha idoralarning bitta guruhi nima toʻxtab qolganini koʻrib chiqdi. Maktab yoshidagi barcha bolalar maktabga qabul qilingani xabar qilindi.',
      },
    ),
    problem: t(
      'Without a certificate there is no identity card, without a card no residence, without residence no school, clinic or allowance. Each office waits for another, and the family walks between them.',
      'Без свидетельства нет удостоверения, без удостоверения — регистрации, без регистрации — школы, поликлиники и пособия. Каждое ведомство ждёт другое, а семья ходит между ними.',
      {
        uz: 'Guvohnomasiz shaxsiy hujjat yoʻq, hujjatsiz roʻyxat yoʻq, roʻyxatsiz maktab, poliklinika va nafaqa yoʻq. Har bir idora boshqasini kutadi, oila esa ular orasida yuradi.',
      },
    ),
    context: t(
      'The national action plan on adaptation and rehabilitation of children and families. A technical working group of ministries, the ombudsperson for children, organisations of civil society and UNICEF also steers the project of the European Union and the United Nations.',
      'Национальный план действий по адаптации и реабилитации детей и семей. Техническая рабочая группа министерств, уполномоченного по правам ребёнка, общественных организаций и ЮНИСЕФ служит и руководящим комитетом проекта Европейского союза и ООН.',
    ),
    forWhom: t(
      'Every child and woman who returned without valid papers, and relatives who take a child in.',
      'Каждый ребёнок и каждая женщина, вернувшиеся без действующих документов, и родные, которые берут ребёнка.',
      { uz: 'Amaldagi hujjatsiz qaytgan har bir bola va ayol hamda bolani oʻziga olgan qarindoshlar.' },
    ),
    steps: t(
      'List for each family which papers are missing, for whom, and which of them block something else.\nSay which office gives each paper, and who goes there with the family.\nBegin with what opens the most: the birth certificate.\nArrange guardianship in the same round, so that an adult may sign.\nBring what is stuck before the group of all agencies.\nEnrol the child without waiting for the last paper.\nThe report gives the list of papers, the group and the result; how each office was approached is not told.',
      'Запишите для каждой семьи, каких документов нет, у кого, и что из-за этого закрыто.\nСкажите, какое ведомство даёт каждый документ и кто идёт туда вместе с семьёй.\nНачните с того, что открывает больше всего: со свидетельства о рождении.\nОформите опеку тогда же, чтобы взрослый мог подписывать.\nВыносите застрявшее на группу всех ведомств.\nЗачисляйте ребёнка в школу, не дожидаясь последнего документа.\nВ сообщении названы документы, группа и итог; как шли в каждое ведомство, не рассказано.',
      {
        uz: 'Har bir oila uchun qaysi hujjat kimda yoʻqligini va nimaga toʻsiq boʻlayotganini yozing.\nHar bir hujjatni qaysi idora berishini va oila bilan kim borishini ayting.\nEng koʻp eshik ochadiganidan boshlang: tugʻilganlik guvohnomasi.\nKatta yoshli kishi imzo qoʻya olishi uchun vasiylikni ham shu paytda rasmiylashtiring.\nToʻxtab qolganini barcha idoralar guruhiga olib chiqing.\nOxirgi hujjatni kutmay bolani maktabga yozing.\nXabarda hujjatlar, guruh va natija aytilgan; har bir idoraga qanday borilgani aytilmagan.',
      },
    ),
    resources: t(
      'A lawyer or a worker who knows the offices\nA group that meets with people who may decide\nFees and journeys paid',
      'Юрист или работник, который знает ведомства\nГруппа, где сидят те, кто вправе решать\nОплаченные пошлины и дорога',
    ),
    evidence: t(
      'Counts stated by the ministry at a round table with UNICEF and the European Union. Nothing is published on how long it took.',
      'Числа назвало министерство на круглом столе с ЮНИСЕФ и Европейским союзом. Сколько времени это заняло, не опубликовано.',
      {
        uz: 'Sonlarni vazirlik YUNISEF va Yevropa Ittifoqi bilan davra suhbatida aytgan. Bu qancha vaqt olgani eʼlon qilinmagan.',
      },
    ),
    results: t(
      'More than 63 families with 183 children were helped to certificates, identity cards, residence and guardianship; all children of school age were enrolled.',
      'Более 63 семей с 183 детьми получили помощь со свидетельствами, удостоверениями, регистрацией и опекой; все дети школьного возраста зачислены.',
      {
        uz: '63 dan ortiq oiladagi 183 bolaga guvohnoma, shaxsiy hujjat, roʻyxat va vasiylikda yordam berildi; maktab yoshidagi barcha bolalar qabul qilindi.',
      },
    ),
    unwanted: t(
      'None are reported. A paper may show a place of birth that marks its holder: see the record on birth certificates.',
      'Не сообщалось. Документ может показать место рождения, которое метит владельца: см. запись о свидетельствах о рождении.',
    ),
    safeguards: t(
      'An office learns what its paper needs, and nothing of the journey.\nA child may go to school and to the doctor while papers are awaited.\nHelp does not depend on what somebody tells or believes.',
      'Ведомство узнаёт то, что нужно для его документа, и ничего о поездке.\nРебёнок ходит в школу и к врачу, пока документы ждут.\nПомощь не зависит от того, что человек рассказывает и во что верит.',
      {
        uz: 'Idora oʻz hujjatiga kerak narsani biladi, safar haqida hech narsani bilmaydi.\nHujjat kutilayotganda ham bola maktabga va shifokorga boradi.\nYordam kishi nima aytishi yoki nimaga ishonishiga bogʻliq emas.',
      },
    ),
    limits: t(
      'Rests on a plan and a group at the top: a district alone cannot do it. Papers that need a court or another state take longer, and the report says nothing of them.',
      'Держится на плане и группе наверху: один район так не сможет. Документы, для которых нужен суд или другое государство, идут дольше, и о них в сообщении ничего.',
      {
        uz: 'Yuqoridagi reja va guruhga tayanadi: bitta tuman buni oʻzi qila olmaydi. Sud yoki boshqa davlat kerak boʻlgan hujjatlar uzoqroq kutiladi, ular haqida xabarda hech narsa yoʻq.',
      },
    ),
    transfer: t(
      'The list and the round table carry over everywhere; which paper opens which door is law of each state. Count days waiting from the first day, which nobody has published yet.',
      'Список и общий стол переносимы везде; какой документ что открывает — закон каждого государства. Считайте дни ожидания с первого дня: таких данных ещё никто не публиковал.',
    ),
  },
)
