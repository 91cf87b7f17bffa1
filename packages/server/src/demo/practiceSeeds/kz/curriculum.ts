import { seed, t } from '../seed.ts'
import { astanaTimes2023, unicefKazakhstan2022, unodc2021 } from '../sources.ts'

export const curriculum = seed(
  'kz-shared-curriculum',
  'KZ',
  {
    domains: ['staff', 'psychosocial'],
    themes: ['staff-training', 'psychologist', 'case-management', 'stigma', 'staff'],
    settings: ['office', 'school'],
    audience: ['staff'],
    since: 2021,
    cost: 'medium',
    evidenceLevel: 'told',
    figures: [
      {
        label: t('Specialists trained by March 2023', 'Специалистов обучено к марту 2023 года', {
          kk: '2023 жылғы наурызға дейін оқытылған мамандар',
        }),
        value: 'over 250',
        source: 'The Astana Times, March 2023',
      },
      {
        label: t('Specialists asked what they lack', 'Специалистов опрошено о том, чего им не хватает', {
          kk: 'Не жетпейтіні сұралған мамандар',
        }),
        value: '89',
        source: 'UNICEF Kazakhstan, 9 June 2022',
      },
    ],
    sources: [unodc2021, unicefKazakhstan2022, astanaTimes2023],
  },
  {
    title: t('Those who do the work write the course for it', 'Курс пишут те, кто делает работу'),
    summary: t(
      'Case managers, teacher-psychologists and social workers wrote a curriculum together in four days; later courses began by asking specialists what they lack. A national centre at a university keeps it going.',
      'Ведущие специалисты, педагоги-психологи и социальные работники за четыре дня вместе написали программу; позже курсы начинали с вопроса, чего не хватает. Национальный центр при университете ведёт это дальше.',
      {
        kk: 'Жетекші мамандар, педагог-психологтар мен әлеуметтік қызметкерлер төрт күнде бірге бағдарлама жазды; кейінгі курстар мамандарға не жетпейтінін сұраудан басталды. Университет жанындағы ұлттық орталық мұны жалғастырып келеді.',
      },
    ),
    problem: t(
      'Help differed from region to region, and nobody had been taught how to speak with children who came from a war.',
      'В разных областях помогали по-разному, и никого не учили говорить с детьми, приехавшими с войны.',
      {
        kk: 'Өңірлерде көмек әртүрлі болды, ал соғыстан келген балалармен қалай сөйлесу керегін ешкімге ешкім үйретпеген еді.',
      },
    ),
    context: t(
      'Rests on the order of 2020 on social rehabilitation. UNODC brought 55 people together in 2021; the joint programme with the European Union and UNICEF held courses of ten days in 2022.',
      'Опирается на приказ 2020 года о социальной реабилитации. УНП ООН собрало 55 человек в 2021 году; совместная программа с Европейским союзом и ЮНИСЕФ провела десятидневные курсы в 2022-м.',
    ),
    forWhom: t(
      'Psychologists, social workers, teachers, guardianship officers, and those who teach them.',
      'Психологи, социальные работники, учителя, сотрудники опеки и те, кто их учит.',
    ),
    steps: t(
      'Ask practitioners by profession what they find hard.\nWrite the parts together: what war does to a child, needs, stigma, parents, trust, plans, monitoring.\nPut words first: how to speak of and with a family.\nTry it out with cases that are made up.\nTrain trainers in each region.\nLet a university keep the course and renew it.',
      'Спросите практиков каждой профессии, что им трудно.\nНапишите разделы вместе: что война делает с ребёнком, потребности, стигма, родители, доверие, планы, мониторинг.\nНачните со слов: как говорить о семье и с семьёй.\nПопробуйте на вымышленных случаях.\nОбучите тренеров в каждой области.\nПусть курс хранит и обновляет университет.',
      {
        kk: 'Әр кәсіптің мамандарынан не қиын екенін сұраңыз.\nБөлімдерді бірге жазыңыз: соғыс балаға не істейді, қажеттіліктер, кемсіту, ата-ана, сенім, жоспар, бақылау.\nСөзден бастаңыз: отбасы туралы және отбасымен қалай сөйлесу керек.\nОйдан шығарылған жағдайларда сынап көріңіз.\nӘр облыста жаттықтырушылар дайындаңыз.\nКурсты университет сақтап, жаңартып отырсын.',
      },
    ),
    resources: t(
      'Four days with those who do the work\nOne person who edits\nA university that wants to keep it',
      'Четыре дня с теми, кто делает работу\nОдин редактор\nУниверситет, готовый вести курс',
    ),
    evidence: t(
      'Counts of people trained, stated by those who paid for it. Whether work with families changed has not been published.',
      'Число обученных назвали те, кто платил. Изменилась ли работа с семьями, не опубликовано.',
    ),
    results: t(
      'Over 250 specialists were trained by March 2023, and services for more than 200 children were said to have improved.',
      'К марту 2023 года обучено более 250 специалистов; сообщалось, что услуги для более чем 200 детей стали лучше.',
    ),
    safeguards: t(
      'No case of a real person in a course, not even without a name.\nThe course teaches to say no to questions that are not for helpers.\nSomebody is there for those who are worn by the work.',
      'Никаких историй настоящих людей на курсе, даже без имён.\nКурс учит отклонять вопросы, которые не к помощникам.\nЕсть к кому прийти тем, кого работа изматывает.',
    ),
    limits: t(
      'A course without visits and advice afterwards fades. Who leaves the service takes it away.',
      'Курс без последующих встреч и советов выветривается. Кто уходит, уносит его с собой.',
    ),
    transfer: t(
      'Parts can be taken over as they are; the words have to be written again in each language.',
      'Разделы можно взять как есть; слова на каждом языке надо написать заново.',
    ),
  },
)
