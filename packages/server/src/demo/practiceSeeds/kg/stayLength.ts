import { seed, t } from '../seed.ts'
import { cabarKyrgyzstan, eurasianet2022 } from '../sources.ts'

export const stayLength = seed(
  'kg-short-reception',
  'KG',
  {
    domains: ['reception', 'health', 'psychosocial'],
    settings: ['reception-site'],
    audience: ['children', 'staff'],
    ages: { from: 0, to: 17 },
    since: 2021,
    until: 2021,
    cost: 'high',
    weeks: 16,
    evidenceLevel: 'told',
    figures: [
      {
        label: t('Length of the stay', 'Сколько длилось пребывание', { ky: 'Болуу мөөнөтү' }),
        value: '2 months',
        source: 'CABAR.asia',
      },
      {
        label: t('Length of the stay, another report', 'Сколько длилось пребывание, другое сообщение', {
          ky: 'Болуу мөөнөтү, башка кабар',
        }),
        value: 'almost 4 months',
        source: 'Eurasianet, June 2022',
      },
    ],
    sources: [cabarKyrgyzstan, eurasianet2022],
  },
  {
    title: t(
      'Reception in months, with the way home prepared meanwhile',
      'Приём — месяцы, а дорога домой готовится тогда же',
      { ky: 'Кабыл алуу бир нече ай, үйгө жол ошол учурда даярдалат' },
    ),
    summary: t(
      'Children stayed two to four months in one calm place, saw doctors and psychologists, and went on to relatives. Staff began to prepare the families on the first day and not on the last.',
      'Дети провели от двух до четырёх месяцев в одном спокойном месте, с врачами и психологами, и ушли к родным. Семьи начали готовить с первого дня, а не с последнего.',
      {
        ky: 'Балдар эки-төрт ай бир тынч жерде болуп, дарыгер менен психологго көрүнүп, андан туугандарына кетишти. Үй-бүлөлөрдү даярдоо акыркы күнү эмес, биринчи күнү башталды.',
      },
    ),
    problem: t(
      'Arriving children are tired, ill and afraid, and relatives are not ready. Too short a stay leaves illness unseen; too long a one makes the centre a home.',
      'Дети приезжают усталыми, больными и напуганными, а родные ещё не готовы. Слишком короткий приём не замечает болезни, слишком долгий делает центр домом.',
      {
        ky: 'Балдар чарчап, оорулуу жана коркуп келет, туугандары али даяр эмес. Өтө кыска болсо, оору байкалбай калат, өтө узак болсо, борбор үйгө айланат.',
      },
    ),
    context: t(
      'An institution for children near the capital, used for the first group. Of 79 children 50 were of school age, 17 of kindergarten age and 12 were two or three years old.',
      'Детское учреждение близ столицы для первой группы. Из 79 детей 50 были школьного возраста, 17 — детсадовского, 12 — двух-трёх лет.',
    ),
    forWhom: t('Children who return without parents.', 'Дети, которые возвращаются без родителей.', {
      ky: 'Ата-энесиз кайткан балдар.',
    }),
    steps: t(
      'Keep one place and the same faces for the whole stay.\nSee to health first, then to sleep, play and lessons.\nLet psychologists look with care, and more than once.\nConfirm kinship and prepare papers in these weeks.\nLet relatives visit before the handover.\nName the day of leaving early, and keep to it.',
      'Одно место и одни и те же люди на всё время.\nСначала здоровье, затем сон, игра и уроки.\nПсихологи смотрят бережно и не один раз.\nВ эти недели подтверждают родство и готовят документы.\nРодные приходят до передачи.\nДень ухода называют рано и держат слово.',
      {
        ky: 'Бүт мөөнөткө бир жер жана ошол эле адамдар.\nАлгач ден соолук, андан соң уйку, оюн, сабак.\nПсихологдор этият жана бир нече жолу карайт.\nУшул жумаларда туугандык аныкталып, документтер даярдалат.\nТуугандар өткөрүп бергенге чейин келип турат.\nКетүү күнү эрте айтылып, сөзгө турулат.',
      },
    ),
    evidence: t(
      'Two reports, which disagree on the length. No outcome by length of stay is published anywhere in the region.',
      'Два сообщения, срок в них разный. Итогов по длительности приёма в регионе не опубликовано нигде.',
      {
        ky: 'Эки кабар, мөөнөтү ар башка. Болуу мөөнөтүнө жараша натыйжа аймакта эч жерде жарыяланган эмес.',
      },
    ),
    results: t(
      'The children went to relatives in several regions after the stay; those of school age go to school, as local offices report.',
      'После приёма дети ушли к родным в разных областях; школьники учатся, сообщают местные органы.',
      {
        ky: 'Андан кийин балдар ар кайсы облустардагы туугандарына кетишти; мектеп жашындагылар окуп жатканын жергиликтүү органдар айтат.',
      },
    ),
    unwanted: t(
      'The place was named in the press. A place that is known draws visitors and marks those who stayed there.',
      'Место назвали в прессе. Известное место притягивает посторонних и метит тех, кто там жил.',
    ),
    safeguards: t(
      'Doors open to relatives, closed to cameras.\nNo child is questioned by investigators there.\nThe stay ends by the needs of the child, and not before there is somebody to go to.',
      'Двери открыты для родных и закрыты для камер.\nСледователи там детей не опрашивают.\nПриём кончается по нуждам ребёнка и не раньше, чем есть к кому идти.',
      {
        ky: 'Эшик туугандарга ачык, камерага жабык.\nАл жерде тергөөчүлөр балдарды сурабайт.\nМөөнөт баланын муктаждыгына жараша, барар жери болгондо гана бүтөт.',
      },
    ),
    limits: t(
      'One group, once. Stays elsewhere ran from one month to eight; which length serves whom nobody has shown.',
      'Одна группа, один раз. В других местах приём длился от месяца до восьми; какой срок кому полезен, никто не показал.',
      {
        ky: 'Бир топ, бир жолу. Башка жерлерде бир айдан сегиз айга чейин созулган; кайсы мөөнөт кимге пайдалуу экенин эч ким көрсөткөн эмес.',
      },
    ),
    transfer: t(
      'Set an alert on length of stay instead of a fixed number of days, and ask of each child why it is still there.',
      'Вместо жёсткого числа дней поставьте сигнал о длительности и о каждом ребёнке спрашивайте, почему он ещё здесь.',
    ),
  },
)
