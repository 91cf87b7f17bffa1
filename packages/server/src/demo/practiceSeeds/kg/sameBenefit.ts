import { seed, t } from '../seed.ts'
import { asiaTimes2023, cabarKyrgyzstan } from '../sources.ts'

export const sameBenefit = seed(
  'kg-same-benefit',
  'KG',
  {
    domains: ['livelihood', 'family', 'law'],
    themes: ['allowance', 'social-protection', 'guardianship', 'grandparent', 'livelihood'],
    settings: ['home', 'office'],
    audience: ['carers', 'families', 'children'],
    ages: { from: 0, to: 18 },
    since: 2021,
    cost: 'medium',
    evidenceLevel: 'told',
    sources: [cabarKyrgyzstan, asiaTimes2023],
  },
  {
    title: t('The same benefit as any family in hardship', 'Такое же пособие, как у любой семьи в трудности'),
    summary: t(
      'Children who returned get the welfare benefit that children of other families in need get. No special payment that neighbours could envy, and no special list.',
      'Вернувшиеся дети получают пособие, которое получают дети других нуждающихся семей. Никакой особой выплаты, которой позавидуют соседи, и никакого особого списка.',
      {
        ky: 'Кайткан балдар башка муктаж үй-бүлөлөрдүн балдары алган эле жөлөкпулду алат. Кошуналар көрө албай турган өзгөчө төлөм да, өзгөчө тизме да жок.',
      },
    ),
    problem: t(
      'Guardians are often grandparents with a small pension who take in several children at once.',
      'Опекуны — часто бабушки и дедушки с небольшой пенсией, которые разом берут нескольких детей.',
      {
        ky: 'Камкорчулар көбүнчө пенсиясы аз, бир эле учурда бир нече баланы алган чоң ата, чоң энелер.',
      },
    ),
    context: t(
      'Paid by city and district offices of social development, which also visit. Later reports tell of guardians who saw no help.',
      'Платят городские и районные органы социального развития, они же навещают. По более поздним сообщениям, часть опекунов помощи не видела.',
    ),
    forWhom: t(
      'Relatives who bring up children without parents, and mothers alone.',
      'Родные, которые растят детей без родителей, и матери-одиночки.',
    ),
    steps: t(
      'Go through all entitlements with the guardian before the child comes.\nApply together; a missing paper of the child must not stop it.\nWrite down the day of the first payment, and ask on that day.\nAdd what money does not buy: clothes, school things, a bed.\nLook at it again when a child changes school or turns 18.',
      'До приезда ребёнка пройдите с опекуном по всем правам.\nПодайте заявление вместе; недостающий документ ребёнка не должен мешать.\nЗапишите день первой выплаты и спросите в этот день.\nДобавьте то, чего не купить сразу: одежду, школьные вещи, кровать.\nПересмотрите, когда ребёнок сменит школу или ему исполнится 18.',
      {
        ky: 'Бала келгенге чейин камкорчу менен бардык укуктарды карап чыгыңыз.\nАрызды бирге бериңиз; баланын жетпеген кагазы буга тоскоол болбосун.\nБиринчи төлөм күнүн жазып, ошол күнү сураңыз.\nАкча менен дароо ала албаганын кошуңуз: кийим, мектеп буюмдары, керебет.\nБала мектебин алмаштырганда же 18ге толгондо кайра карап чыгыңыз.',
      },
    ),
    evidence: t(
      'Told by a city office; contradicted in part by guardians in a later report.',
      'Рассказали в городском органе; позже опекуны отчасти это опровергли.',
      { ky: 'Шаардык орган айткан; кийинчерээк камкорчулар жарым-жартылай төгүндөшкөн.' },
    ),
    results: t(
      'Children in one city were reported to receive the benefit. For the country as a whole nothing is published.',
      'Сообщалось, что в одном городе дети получают пособие. По стране в целом данных нет.',
    ),
    unwanted: t(
      'Where payment is promised and late, the child is felt as a burden.',
      'Где выплата обещана и запаздывает, ребёнка начинают считать обузой.',
    ),
    safeguards: t(
      'The office that pays learns of need and not of origin.\nMoney does not depend on visits being welcome.\nA guardian can complain to somebody else.',
      'Орган, который платит, знает о нужде, а не о происхождении.\nДеньги не зависят от того, рады ли визитам.\nОпекун может пожаловаться кому-то другому.',
    ),
    limits: t(
      'Too little for several children. Needs a guardianship in law, which takes weeks.',
      'Мало для нескольких детей. Нужна оформленная опека, а это недели.',
    ),
    transfer: t(
      'Any state with a family benefit can do this today. Count from arrival to first payment.',
      'Любое государство с семейным пособием может сделать это сегодня. Считайте дни от приезда до первой выплаты.',
    ),
  },
)
