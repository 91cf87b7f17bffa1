import { seed, t } from '../seed.ts'
import { asiaPlus2023, eurasianet2022, steppeNews2023 } from '../sources.ts'

export const familyHandover = seed(
  'tj-family-handover',
  'TJ',
  {
    domains: ['family', 'reception', 'psychosocial'],
    settings: ['reception-site', 'home'],
    audience: ['children', 'carers', 'families', 'staff'],
    since: 2022,
    until: 2023,
    weeks: 34,
    cost: 'high',
    evidenceLevel: 'told',
    sources: [asiaPlus2023, steppeNews2023, eurasianet2022],
  },
  {
    title: t('Handed over to families instead of institutions', 'Передача семьям вместо учреждений', {
      tg: 'Супоридан ба оила ба ҷои муассиса',
    }),
    summary: t(
      'The group that came in 2022 was handed over to relatives after about eight months, while children of 2019 had been sent to institutions and stayed for years. The change shows that a state may learn from its own first round.',
      'Группу, вернувшуюся в 2022 году, передали родным примерно через восемь месяцев, тогда как детей 2019 года отправили в учреждения на годы. Это показывает, что государство может учиться на своём первом опыте.',
      {
        tg: 'Гурӯҳе, ки соли 2022 баргашт, пас аз тақрибан ҳашт моҳ ба хешовандон супорида шуд, дар ҳоле ки кӯдакони соли 2019 ба муассисаҳо фиристода шуда, солҳо монданд. Ин нишон медиҳад, ки давлат аз таҷрибаи аввали худ омӯхта метавонад.',
      },
    ),
    problem: t(
      'Children lived in institutions for years although they had relatives who waited for them. What was meant as care kept them apart.',
      'Дети годами жили в учреждениях, хотя их ждали родные. То, что задумано как забота, разлучало.',
      {
        tg: 'Кӯдакон солҳо дар муассисаҳо зиндагӣ карданд, ҳарчанд хешовандон онҳоро интизор буданд. Он чи ғамхорӣ номида мешуд, онҳоро ҷудо нигоҳ медошт.',
      },
    ),
    context: t(
      '146 women and children came in July 2022 and lived in a holiday resort with doctors, psychologists and courses, at the expense of the state. Handover was on 20 March 2023.',
      '146 женщин и детей приехали в июле 2022 года и жили в туристическом комплексе с врачами, психологами и курсами за счёт государства. Передали их 20 марта 2023 года.',
    ),
    forWhom: t(
      'Women with children, and children with relatives who are ready to take them in.',
      'Женщины с детьми и дети, у которых есть родные, готовые их принять.',
      { tg: 'Занон бо кӯдакон ва кӯдаконе, ки хешовандони омодаи қабулашон доранд.' },
    ),
    steps: t(
      'See to health and rest first.\nBring in psychologists early, for mothers too.\nTeach a trade on the way, if a woman wants one.\nLook for relatives from the first week, and prepare them.\nHand over on a day that all know, with papers in hand.\nName who visits the family afterwards.',
      'Сначала здоровье и отдых.\nПсихологи приходят рано, и к матерям тоже.\nПо желанию женщины — обучение ремеслу.\nРодных ищут с первой недели и готовят.\nПередают в день, о котором знают все, с документами на руках.\nНазывают, кто будет навещать семью потом.',
      {
        tg: 'Аввал саломатӣ ва истироҳат.\nРавоншиносон барвақт меоянд, ба модарон низ.\nАгар зан хоҳад, дар ин муддат касб меомӯзад.\nХешовандонро аз ҳафтаи аввал меҷӯянд ва омода мекунанд.\nДар рӯзе, ки ҳама медонанд, бо ҳуҷҷат месупоранд.\nМегӯянд, ки баъд оиларо кӣ хабар мегирад.',
      },
    ),
    evidence: t(
      'Told by the ombudsperson for children to the press. No follow-up of the families is published.',
      'Рассказано прессе уполномоченным по правам ребёнка. О дальнейшей жизни семей ничего не опубликовано.',
      {
        tg: 'Ваколатдор оид ба ҳуқуқи кӯдак ба матбуот гуфтааст. Дар бораи зиндагии минбаъдаи оилаҳо чизе нашр нашудааст.',
      },
    ),
    results: t(
      'Women and children of the second group live with their families. Children without a mother were placed in boarding schools.',
      'Женщины и дети второй группы живут в своих семьях. Детей без матери устроили в школы-интернаты.',
      {
        tg: 'Занон ва кӯдакони гурӯҳи дуюм дар оилаҳои худ зиндагӣ мекунанд. Кӯдакони бе модар дар мактаб-интернатҳо ҷой дода шуданд.',
      },
    ),
    unwanted: t(
      'Eight months is long for a small child, and children who came alone still went to boarding schools.',
      'Восемь месяцев для маленького ребёнка — долго, а приехавшие без взрослых всё же попали в интернаты.',
    ),
    safeguards: t(
      'A child goes to kin after somebody has seen the home and asked the child.\nNo institution without a date on which it is looked at again.\nThe neighbourhood is not told where a family has been.',
      'Ребёнок уходит к родным после того, как дом увидели, а ребёнка спросили.\nНикакого учреждения без даты пересмотра.\nСоседям не говорят, где была семья.',
      {
        tg: 'Кӯдак пас аз он ба назди хешон меравад, ки хона дида ва аз худаш пурсида шавад.\nҲеҷ муассиса бе рӯзи бознигарӣ.\nБа ҳамсояҳо намегӯянд, ки оила куҷо буд.',
      },
    ),
    limits: t(
      'Covers who had relatives. For children without, family-based care by others is still to be built.',
      'Касается тех, у кого есть родные. Для остальных семейное устройство ещё предстоит создать.',
      {
        tg: 'Дар бораи онҳоест, ки хешованд доранд. Барои дигарон нигоҳубини оилавӣ ҳанӯз бояд ба роҳ монда шавад.',
      },
    ),
    transfer: t(
      'The lesson is the alert: nobody should stay anywhere without somebody asking why. It costs nothing to copy.',
      'Урок — в сигнале: никто не должен оставаться нигде без вопроса «почему». Перенять его ничего не стоит.',
    ),
  },
)
