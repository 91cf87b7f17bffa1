import { seed, t } from '../seed.ts'
import { cabarKyrgyzstan } from '../sources.ts'

export const quietSchool = seed(
  'kg-quiet-at-school',
  'KG',
  {
    domains: ['education', 'protection', 'community'],
    settings: ['school', 'office'],
    audience: ['children', 'staff', 'carers'],
    ages: { from: 3, to: 18 },
    since: 2021,
    cost: 'none',
    evidenceLevel: 'told',
    sources: [cabarKyrgyzstan],
  },
  {
    title: t(
      'At school nobody knows, except those who must',
      'В школе не знает никто, кроме тех, кому нужно',
      { ky: 'Мектепте керектүүлөрдөн башка эч ким билбейт' },
    ),
    summary: t(
      'What is known of children who returned is held very confidential: only the bodies that are responsible know. In school and college they are pupils like others.',
      'Сведения о вернувшихся детях строго закрыты: их знают только ответственные органы. В школе и колледже они такие же ученики, как все.',
      {
        ky: 'Кайткан балдар жөнүндө маалымат катуу купуя сакталат: жооптуу органдар гана билет. Мектепте да, колледжде да алар башкалардай эле окуучу.',
      },
    ),
    problem: t(
      'One sentence in a teachers’ room reaches the yard by noon. A nickname given in the first week stays for years.',
      'Одна фраза в учительской к обеду доходит до двора. Прозвище первой недели остаётся на годы.',
      {
        ky: 'Мугалимдер бөлмөсүндөгү бир сөз түшкө чейин короого жетет. Биринчи жумада коюлган ат жылдап калат.',
      },
    ),
    context: t(
      'Local offices of social development, social workers and school counsellors look after the children and keep what they know.',
      'За детьми смотрят местные органы социального развития, социальные работники и школьные психологи и хранят то, что знают.',
    ),
    forWhom: t(
      'Pupils and students who returned; heads of schools, counsellors and class teachers.',
      'Вернувшиеся школьники и студенты; директора, психологи и классные руководители.',
      { ky: 'Кайткан окуучулар менен студенттер; директорлор, психологдор жана класс жетекчилер.' },
    ),
    steps: t(
      'Decide with the carer who at the school is told, and what: mostly one counsellor.\nAgree on an answer to the question where the child lived before.\nKeep papers with origin out of the school file.\nPrint no lists of such pupils.\nTeach the counsellor what to do when it does come out.\nAct at once on mockery, as for any child.',
      'Решите с опекуном, кому в школе сказать и что: чаще всего одному психологу.\nДоговоритесь об ответе на вопрос, где ребёнок жил раньше.\nНе кладите в школьное дело бумаги о происхождении.\nНе печатайте списков таких учеников.\nНаучите психолога, что делать, если всё же узнают.\nНа насмешки отвечайте сразу, как для любого ребёнка.',
      {
        ky: 'Мектепте кимге жана эмне айтылышын камкорчу менен чечиңиз: көбүнчө бир психологго.\nБала мурда кайда жашаган деген суроого жоопту макулдашыңыз.\nКайдан келгени жазылган кагазды мектеп иш кагазына салбаңыз.\nМындай окуучулардын тизмесин басып чыгарбаңыз.\nБилинип калса эмне кыларын психологго үйрөтүңүз.\nШылдыңга башка баладагыдай эле дароо жооп бериңиз.',
      },
    ),
    evidence: t('Told by a local office to journalists.', 'Рассказали журналистам в местном органе.', {
      ky: 'Жергиликтүү орган журналисттерге айткан.',
    }),
    results: t(
      'Children attend school, kindergarten and college, supervised quietly. Incidents of mockery are not counted anywhere.',
      'Дети ходят в школу, детский сад и колледж, за ними присматривают незаметно. Случаи насмешек нигде не считают.',
      {
        ky: 'Балдар мектепке, бала бакчага, колледжге барат, байкалбай көз салынат. Шылдың учурлары эч жерде эсептелбейт.',
      },
    ),
    unwanted: t(
      'A secret weighs on a child who has to keep it. Leave it the choice to tell a friend.',
      'Тайна тяжела для ребёнка, который её хранит. Оставьте ему право рассказать другу.',
    ),
    safeguards: t(
      'Access by name and role, and who looked is written down.\nNo reports on pupils to security bodies through the school.\nThe child decides what it tells of itself.',
      'Доступ по имени и роли; записано, кто смотрел.\nЧерез школу об учениках в органы безопасности не сообщают.\nРебёнок сам решает, что о себе рассказать.',
      {
        ky: 'Уруксат атына жана кызматына жараша; ким караганы жазылат.\nОкуучулар жөнүндө мектеп аркылуу коопсуздук органдарына кабар берилбейт.\nБала өзү жөнүндө эмнени айтарын өзү чечет.',
      },
    ),
    limits: t(
      'In small places people know already. There, work with neighbours does more than silence.',
      'В малых местах и так знают. Там работа с соседями даёт больше, чем молчание.',
      {
        ky: 'Кичи жерлерде эл ансыз да билет. Ал жерде унчукпагандан көрө кошуналар менен иштөө пайдалуураак.',
      },
    ),
    transfer: t('Costs nothing but discipline.', 'Не стоит ничего, кроме дисциплины.'),
  },
)
