import { seed, t } from '../seed.ts'
import { afp2021, cabarKyrgyzstan, eurasianet2022 } from '../sources.ts'

export const priorAgreement = seed(
  'kg-prior-agreement',
  'KG',
  {
    domains: ['family', 'protection'],
    settings: ['home', 'office'],
    audience: ['carers', 'children', 'staff'],
    ages: { from: 0, to: 17 },
    since: 2021,
    cost: 'low',
    evidenceLevel: 'told',
    figures: [
      {
        label: t('Children who returned in the first group', 'Детей вернулось в первой группе', {
          ky: 'Биринчи топто кайткан балдар',
        }),
        value: '79',
        source: 'Eurasianet, June 2022 (another source says 81)',
      },
    ],
    sources: [eurasianet2022, cabarKyrgyzstan, afp2021],
  },
  {
    title: t('Relatives agree before the child arrives', 'Родные соглашаются до приезда ребёнка', {
      ky: 'Туугандар бала келе электе макул болушат',
    }),
    summary: t(
      'Before children came home, families who would take them in gave their agreement. The state had looked at what a neighbour learned, where children waited in institutions for years. The children stayed some months in one place and went to relatives whom somebody had asked.',
      'Ещё до приезда детей семьи, которые их примут, дали своё согласие. Государство изучило опыт соседа, где дети годами ждали в учреждениях. Дети прожили несколько месяцев в одном месте и ушли к родным, которых спросили заранее.',
      {
        ky: 'Балдар келе электе аларды кабыл ала турган үй-бүлөлөр макулдугун берди. Мамлекет балдар мекемелерде жылдап күткөн кошунанын тажрыйбасын изилдеген. Балдар бир жерде бир нече ай болуп, алдын ала суралган туугандарына кетишти.',
      },
    ),
    problem: t(
      'Where relatives are looked for only after arrival, children wait in institutions, and the longer they wait the harder it is to leave.',
      'Если родных ищут только после приезда, дети ждут в учреждениях, и чем дольше ждут, тем труднее уйти.',
      {
        ky: 'Туугандар келгенден кийин гана изделсе, балдар мекемелерде күтөт, канча узак күтсө, кетиш ошончо кыйын.',
      },
    ),
    context: t(
      'First return of children, in March 2021, after two years of talks. Their mothers, who remained abroad, had consented. Kinship was confirmed by DNA where nothing else could show it.',
      'Первое возвращение детей в марте 2021 года, после двух лет переговоров. Матери, оставшиеся за рубежом, дали согласие. Родство подтверждали по ДНК там, где иначе было нельзя.',
    ),
    forWhom: t(
      'Children who return without a parent, and grandparents, aunts and uncles who may take them in.',
      'Дети, которые возвращаются без родителей, и бабушки, дедушки, тёти и дяди, которые могут их принять.',
      { ky: 'Ата-энесиз кайткан балдар жана аларды кабыл ала турган чоң ата-чоң энелер, тууган-туушкандар.' },
    ),
    steps: t(
      'Draw up with the family, and with the parent abroad where that is possible, who is kin and who is near.\nVisit and ask: who would like to take the child, what would they need, what do they fear.\nTell openly which help there is and which there is not.\nWrite down the agreement, and that it may be taken back.\nAsk the child as soon as it can be asked.\nPrepare the handover while the child is still in reception; visit after it.',
      'Вместе с семьёй, а если можно, и с родителем за рубежом составьте круг родных и близких.\nПридите и спросите: кто хочет принять ребёнка, что для этого нужно, чего боятся.\nСкажите прямо, какая помощь есть и какой нет.\nЗапишите согласие и то, что его можно взять назад.\nСпросите ребёнка, как только это возможно.\nГотовьте передачу, пока ребёнок ещё на приёме; после неё навещайте.',
      {
        ky: 'Үй-бүлө менен, мүмкүн болсо чет өлкөдөгү ата-эне менен да, тууган менен жакындарды тизмектеңиз.\nБарып сураңыз: баланы ким алгысы келет, ага эмне керек, эмнеден коркот.\nКандай жардам бар, кандайы жок экенин ачык айтыңыз.\nМакулдукту жана аны кайра алса болорун жазыңыз.\nМүмкүн болору менен балдан өзүнөн сураңыз.\nБала кабыл алуу жайында турганда эле өткөрүп берүүнү даярдаңыз; андан кийин барып туруңуз.',
      },
    ),
    resources: t(
      'Social workers in the districts of the relatives\nAn interpreter for the first talks with the child\nMoney for the first months of the family that takes a child in',
      'Социальные работники в районах, где живут родные\nПереводчик для первых разговоров с ребёнком\nДеньги на первые месяцы для семьи, принявшей ребёнка',
    ),
    evidence: t(
      'Told by researchers to the press. How the placements went in later years has not been published.',
      'Рассказали исследователи прессе. Как складывалось потом, не опубликовано.',
      { ky: 'Изилдөөчүлөр басма сөзгө айтышты. Кийинки жылдары кандай болгону жарыяланган эмес.' },
    ),
    results: t(
      'After a stay of two to four months, by different reports, all children went to relatives instead of an institution.',
      'После двух-четырёх месяцев, по разным сообщениям, дети ушли к родным, а не в учреждение.',
      { ky: 'Ар кандай кабарлар боюнча, эки-төрт айдан кийин балдар мекемеге эмес, туугандарына кетишти.' },
    ),
    unwanted: t(
      'Guardians complained later of help that did not come. Agreement without help is a promise that the state does not keep.',
      'Опекуны позже жаловались, что помощи нет. Согласие без помощи — обещание, которое государство не сдержало.',
    ),
    safeguards: t(
      'A yes is free, and a no has no consequences.\nThe best interests of the child decide, not the wish to close a centre.\nThe child is heard, brothers and sisters stay together.\nNeighbours learn of a child from the family itself.',
      'Согласие свободно, у отказа нет последствий.\nРешают наилучшие интересы ребёнка, а не желание закрыть центр.\nРебёнка слушают, братьев и сестёр не разлучают.\nО ребёнке соседи узнают от самой семьи.',
      {
        ky: 'Макулдук эркин, баш тартуунун кесепети жок.\nБорборду жабуу каалоосу эмес, баланын эң жогорку кызыкчылыгы чечет.\nБала угулат, бир туугандар ажыратылбайт.\nБала жөнүндө кошуналар үй-бүлөнүн өзүнөн билет.',
      },
    ),
    limits: t(
      'Needs time before the return, which an operation may not give. Where no relative is found or wanted, another family is looked for, and this record says nothing of that.',
      'Нужно время до возвращения, а его может не быть. Если родных нет или они не подходят, ищут другую семью, об этом запись не говорит.',
      {
        ky: 'Кайтуудан мурун убакыт керек, ал болбой калышы мүмкүн. Тууган табылбаса, башка үй-бүлө изделет, бул жазуу ал жөнүндө айтпайт.',
      },
    ),
    transfer: t(
      'Carries over wherever relatives can be visited before the journey. Plan the help for guardians in the same budget.',
      'Переносимо везде, где родных можно навестить до поездки. Планируйте помощь опекунам в том же бюджете.',
    ),
  },
)
