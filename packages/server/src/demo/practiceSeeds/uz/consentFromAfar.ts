import { seed, t } from '../seed.ts'
import { afp2021, handbookChildren, kunUz2019, urduPoint2019 } from '../sources.ts'

export const consentFromAfar = seed(
  'uz-consent-from-afar',
  'UZ',
  {
    domains: ['family', 'law', 'protection'],
    themes: ['consent', 'mother', 'detained-parent', 'return', 'consular', 'best-interests'],
    settings: ['detention', 'abroad', 'office'],
    audience: ['children', 'carers', 'staff'],
    ages: { from: 0, to: 17 },
    since: 2019,
    cost: 'low',
    evidenceLevel: 'told',
    figures: [
      {
        label: t(
          'Children who came home with the consent of a parent',
          'Детей вернулось с согласия родителя',
          {
            uz: 'Ota-ona roziligi bilan qaytgan bolalar',
          },
        ),
        value: '64',
        source: 'Kun.uz, 10 October 2019',
      },
    ],
    sources: [kunUz2019, urduPoint2019, afp2021, handbookChildren],
  },
  {
    title: t(
      'A mother in prison says yes, and stays a mother',
      'Мать в тюрьме даёт согласие и остаётся матерью',
    ),
    summary: t(
      'Before 64 children left, specialists asked their mothers, who serve sentences abroad, and had their permission. The consent makes the journey lawful, and is the first thread of the contact that a child will want to keep.',
      'Прежде чем уехали 64 ребёнка, специалисты спросили их матерей, отбывающих наказание за рубежом, и получили разрешение. Согласие делает поездку законной и становится первой нитью связи, которую ребёнок захочет сохранить.',
      {
        uz: '64 bola joʻnashidan oldin mutaxassislar xorijda jazo oʻtayotgan onalardan soʻrab, ruxsat oldi. Rozilik safarni qonuniy qiladi va bola saqlab qolmoqchi boʻlgan aloqaning birinchi ipi boʻladi.',
      },
    ),
    problem: t(
      'Children in prison with their mothers grow up behind walls; children taken away without a word lose her a second time.',
      'Дети в тюрьме с матерями растут за стенами; дети, увезённые без слова, теряют мать второй раз.',
      {
        uz: 'Onasi bilan qamoqda boʻlgan bolalar devor ortida oʻsadi; bir ogʻiz soʻzsiz olib ketilgan bola onasini ikkinchi marta yoʻqotadi.',
      },
    ),
    context: t(
      'Return from Iraq in October 2019 by agreement of both states, with UNICEF. Mothers of the children who came home to Kyrgyzstan in 2021 had consented as well.',
      'Возвращение из Ирака в октябре 2019 года по согласию двух государств, с ЮНИСЕФ. Матери детей, вернувшихся в Кыргызстан в 2021 году, тоже дали согласие.',
    ),
    forWhom: t(
      'Children whose parent is held abroad; consuls, social workers and relatives.',
      'Дети, чей родитель содержится за рубежом; консулы, социальные работники и родные.',
    ),
    steps: t(
      'Let somebody whom she can trust explain: where the child goes, who will care for it, what she may ask later.\nAsk in her language, without guards, and give time.\nRecord consent, wishes and whom she names as carer.\nTake along what the child may keep: a letter, a picture, a song.\nSay to the child the truth in its own measure.\nAgree how news will go both ways, through the Red Cross where there is no other line.',
      'Пусть тот, кому она доверяет, объяснит: куда едет ребёнок, кто о нём позаботится, о чём она сможет спрашивать потом.\nСпрашивайте на её языке, без охраны, и дайте время.\nЗапишите согласие, пожелания и кого она назвала опекуном.\nВозьмите то, что ребёнок сохранит: письмо, рисунок, песню.\nСкажите ребёнку правду по его силам.\nДоговоритесь, как вести пойдут в обе стороны, хотя бы через Красный Крест.',
      {
        uz: 'U ishonadigan odam tushuntirsin: bola qayerga boradi, unga kim qaraydi, keyin nimalarni soʻrasa boʻladi.\nUning tilida, qorovulsiz soʻrang va vaqt bering.\nRoziligini, tilaklarini va kimni vasiy deb aytganini yozing.\nBola saqlaydigan narsani oling: xat, surat, qoʻshiq.\nBolaga rostini uning kuchiga yarasha ayting.\nXabarlar ikki tomonga qanday borishini kelishing, boshqa yoʻl boʻlmasa Qizil Xoch orqali.',
      },
    ),
    evidence: t(
      'That permission was obtained is reported; how it was asked, and what contact followed, is not. Steps beyond the consent are ours, after the handbook.',
      'О полученном разрешении сообщалось; как спрашивали и была ли потом связь — нет. Шаги помимо согласия наши, по руководству.',
    ),
    results: t('64 children came home lawfully.', '64 ребёнка законно вернулись домой.'),
    unwanted: t(
      'A yes given in prison is never quite free. Ask again later whether it still holds.',
      'Согласие в тюрьме никогда не бывает вполне свободным. Спросите позже, держится ли оно.',
    ),
    safeguards: t(
      'No pressure and no bargain.\nBrothers and sisters travel together.\nA parent in prison keeps the right to know and to be asked.\nContact is for the child, and stops if it harms.',
      'Без давления и торга.\nБратья и сёстры едут вместе.\nРодитель в тюрьме вправе знать и быть спрошенным.\nСвязь нужна ребёнку и прекращается, если вредит.',
    ),
    limits: t(
      'Where a parent cannot be found or says no, a court or guardianship body has to look at the child alone.',
      'Если родителя не найти или он против, суд или орган опеки смотрит на самого ребёнка.',
    ),
    transfer: t(
      'A common form for consent in all languages would save weeks.',
      'Общий бланк согласия на всех языках сберёг бы недели.',
    ),
  },
)
