import { seed, t } from '../seed.ts'
import { asiaPlus2023, steppeNews2023, undpKazakhstan } from '../sources.ts'

export const aTrade = seed(
  'tj-a-trade',
  'TJ',
  {
    domains: ['livelihood', 'psychosocial'],
    themes: ['vocational-training', 'sewing', 'women', 'livelihood'],
    settings: ['reception-site', 'community'],
    audience: ['families', 'carers'],
    ages: { from: 16 },
    sex: 'female',
    since: 2022,
    cost: 'low',
    evidenceLevel: 'told',
    sources: [steppeNews2023, asiaPlus2023, undpKazakhstan],
  },
  {
    title: t('A trade learned while still in reception', 'Ремесло — ещё во время приёма'),
    summary: t(
      'Women learned sewing or confectionery in the months before they went home, so that they would be able to keep themselves. Similar courses were given by organisations of civil society in Kazakhstan.',
      'В месяцы до возвращения домой женщины учились шить или печь сладости, чтобы суметь себя прокормить. Похожие курсы в Казахстане вели общественные организации.',
      {
        tg: 'Занон дар моҳҳои пеш аз рафтан ба хона дӯзандагӣ ё қаннодӣ омӯхтанд, то худро таъмин карда тавонанд. Дар Қазоқистон чунин курсҳоро ташкилотҳои ҷамъиятӣ гузарониданд.',
      },
    ),
    problem: t(
      'A woman who depends on relatives for bread has little to say in the house, and weeks of waiting are empty.',
      'Та, чей хлеб зависит от родни, мало что решает в доме, а недели ожидания пусты.',
      {
        tg: 'Зане, ки нонаш аз хешовандон вобаста аст, дар хона кам ҳал мекунад, ва ҳафтаҳои интизорӣ холӣ мегузаранд.',
      },
    ),
    context: t(
      'Given during a stay of about eight months at the expense of the state, beside help by psychologists.',
      'Во время восьмимесячного пребывания за счёт государства, рядом с помощью психологов.',
    ),
    forWhom: t(
      'Women and older girls who would like to earn.',
      'Женщины и старшие девушки, которые хотят зарабатывать.',
    ),
    steps: t(
      'Ask first what she can do and what she would like; two trades are not enough for everybody.\nLook at what sells where she will live.\nTeach in small groups, with child care next door.\nGive a certificate that names the trade and no centre.\nGive the tools to take home.\nStay in touch until the first months of earning are over.',
      'Сначала спросите, что она умеет и чего хочет: двух ремёсел на всех мало.\nПосмотрите, что продаётся там, где она будет жить.\nУчите малыми группами, дети — рядом под присмотром.\nДайте свидетельство с названием ремесла, без названия центра.\nОтдайте инструмент с собой.\nБудьте рядом, пока не пройдут первые месяцы заработка.',
      {
        tg: 'Аввал пурсед, ки ӯ чӣ метавонад ва чӣ мехоҳад: ду касб барои ҳама кам аст.\nБинед, ки дар ҷое, ки ӯ зиндагӣ мекунад, чӣ фурӯхта мешавад.\nДар гурӯҳҳои хурд омӯзонед, кӯдакон дар ҳамсоягӣ зери нигоҳубин бошанд.\nШаҳодатномае диҳед, ки касбро ном мебарад, на марказро.\nАсбобҳоро диҳед, ки ба хона барад.\nТо гузаштани моҳҳои аввали даромад дар тамос бошед.',
      },
    ),
    evidence: t(
      'Told to the press. Whether anybody earns by it is not published.',
      'Рассказано прессе. Зарабатывает ли кто-нибудь этим, не опубликовано.',
      { tg: 'Ба матбуот гуфта шудааст. Оё касе бо ин даромад мегирад, нашр нашудааст.' },
    ),
    results: t('Courses were completed before the handover.', 'Курсы закончились до передачи семьям.'),
    unwanted: t(
      'Too many seamstresses in one place earn nothing. A course may also pin women to a few trades.',
      'Слишком много швей в одном месте не заработают. К тому же курс может закрепить женщин за немногими ремёслами.',
    ),
    safeguards: t(
      'Taking part is free and changes nothing about the day of leaving.\nNo pictures for publicity.\nGirls of school age go to school first.',
      'Участие свободно и не влияет на день отъезда.\nНикаких съёмок для показа.\nДевочки школьного возраста сначала учатся в школе.',
    ),
    limits: t(
      'A trade without tools, buyers and child care is a hobby.',
      'Ремесло без инструмента, покупателей и садика — увлечение.',
    ),
    transfer: t(
      'Vocational schools in every district can do this, for all women in need together.',
      'Это могут училища в каждом районе — для всех нуждающихся женщин вместе.',
    ),
  },
)
