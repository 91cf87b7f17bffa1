import { seed, t } from '../seed.ts'
import { gcerfStory, kaktus2024 } from '../sources.ts'

export const gradeByAssessment = seed(
  'kg-grade-by-assessment',
  'KG',
  {
    domains: ['education'],
    settings: ['school', 'reception-site'],
    audience: ['children', 'staff'],
    ages: { from: 6, to: 17 },
    since: 2021,
    cost: 'low',
    evidenceLevel: 'told',
    sources: [kaktus2024, gcerfStory],
  },
  {
    title: t('The grade is found by what a child knows', 'Класс — по знаниям, а не по возрасту', {
      ky: 'Класс жашына эмес, билимине жараша',
    }),
    summary: t(
      'Soon after arrival each child goes through an assessment that says in which grade it can learn. With it goes a plan of its own, made by teachers, and help for what is missing.',
      'Вскоре после приезда каждый ребёнок проходит оценку, которая показывает, в каком классе он сможет учиться. К ней — свой план, составленный учителями, и помощь в том, чего не хватает.',
      {
        ky: 'Келгенден көп өтпөй ар бир бала кайсы класста окуй аларын көрсөткөн баалоодон өтөт. Ага кошуп мугалимдер түзгөн өз планы жана жетпегенине жардам берилет.',
      },
    ),
    problem: t(
      'Many children have never been to school, or learned in another language. Put into a grade by age they cannot follow; put among the youngest they are ashamed and leave.',
      'Многие дети никогда не ходили в школу или учились на другом языке. В классе по возрасту они не успевают; среди самых младших стыдятся и уходят.',
      {
        ky: 'Көп бала мектепке эч качан барган эмес же башка тилде окуган. Жашы боюнча класска коюлса, жетишпейт; эң кичүүлөрдүн арасында уялып, кетип калат.',
      },
    ),
    context: t(
      'Part of the help after arrival, given with the ministries for labour and social security, health, and education; paid for by the European Union and the United States through UNICEF.',
      'Часть помощи после приезда — вместе с министерствами труда и социального обеспечения, здравоохранения и образования; средства Европейского союза и США через ЮНИСЕФ.',
    ),
    forWhom: t(
      'Children and young people of school age who return, and the school that receives them.',
      'Дети и подростки школьного возраста, которые возвращаются, и школа, которая их принимает.',
      { ky: 'Кайтып келген мектеп жашындагы балдар менен өспүрүмдөр жана аларды кабыл алган мектеп.' },
    ),
    steps: t(
      'Let the child settle first; assess when it is rested and somebody whom it trusts is near.\nFind out in which languages it speaks, reads and counts.\nLook at what it can do, by tasks and not by grades of others.\nAgree on a grade with school, carer and child.\nTeachers write a plan of its own for what is missing.\nLook again after some months, and change the grade where that helps.',
      'Сначала дайте ребёнку обжиться; оценивайте, когда он отдохнул и рядом тот, кому он доверяет.\nУзнайте, на каких языках он говорит, читает и считает.\nСмотрите, что он умеет, по заданиям, а не в сравнении с другими.\nСогласуйте класс со школой, опекуном и ребёнком.\nУчителя пишут свой план по тому, чего не хватает.\nЧерез несколько месяцев посмотрите снова и смените класс, если это поможет.',
      {
        ky: 'Алгач бала көнүп алсын; эс алып, ишенген адамы жанында турганда баалаңыз.\nКайсы тилде сүйлөп, окуп, эсептерин билиңиз.\nБашкалар менен салыштырбай, тапшырма аркылуу эмне кыла аларын көрүңүз.\nКлассты мектеп, камкорчу жана бала менен макулдашыңыз.\nМугалимдер жетпегенине өз планын жазат.\nБир нече айдан кийин кайра карап, пайдасы болсо классты алмаштырыңыз.',
      },
    ),
    resources: t(
      'A teacher who knows how to assess, and tasks in the languages of the child\nHours for lessons beside the class\nSchool things',
      'Учитель, который умеет оценивать, и задания на языках ребёнка\nЧасы для занятий помимо класса\nШкольные вещи',
    ),
    evidence: t(
      'UNICEF reports that it is done; a partner reports plans of their own for pupils. How children fared afterwards is not published.',
      'ЮНИСЕФ сообщает, что так делается; партнёр сообщает об индивидуальных планах учеников. Как у детей шло дальше, не опубликовано.',
      {
        ky: 'ЮНИСЕФ ушундай кылынарын кабарлайт; өнөктөш окуучулардын өз пландары тууралуу айтат. Андан ары балдар кандай окуганы жарыяланган эмес.',
      },
    ),
    results: t(
      'Children are placed in a grade in which they can learn; by July 2024 help of this kind had reached children of a programme that counted 396 in all.',
      'Детей зачисляют в класс, где они могут учиться; к июлю 2024 года в программе, где есть такая помощь, было 396 детей.',
      {
        ky: 'Балдар окуй ала турган класска кабыл алынат; 2024-жылдын июлуна карата ушундай жардамы бар программада жалпысынан 396 бала болгон.',
      },
    ),
    unwanted: t(
      'None are reported. A tall child among small ones may be mocked: prepare the class and keep the way up open.',
      'Не сообщалось. Высокого ребёнка среди маленьких могут дразнить: подготовьте класс и оставьте путь вверх открытым.',
    ),
    safeguards: t(
      'The assessment looks at learning and nothing else; no question about the past.\nThe school learns what it needs to teach, and not where the child has been.\nNo score is kept beyond what teaching needs.',
      'Оценивают только учёбу, без вопросов о прошлом.\nШкола узнаёт то, что нужно для обучения, и не узнаёт, где ребёнок был.\nНичего, кроме нужного для учёбы, не хранят.',
      {
        ky: 'Окуу гана бааланат, өткөнү жөнүндө суроо жок.\nМектеп окутууга керегин гана билет, баланын кайда болгонун билбейт.\nОкууга керегинен башка эч нерсе сакталбайт.',
      },
    ),
    limits: t(
      'Helps only where somebody teaches what is missing. No tool is named in the reports, so results cannot be compared between schools.',
      'Помогает только там, где кто-то учит тому, чего не хватает. Методика в сообщениях не названа, поэтому школы не сравнить.',
      {
        ky: 'Жетпегенин окуткан адам болгондо гана жардам берет. Кабарларда ыкма аталган эмес, ошондуктан мектептерди салыштырууга болбойт.',
      },
    ),
    transfer: t(
      'Every state has teachers who can do this. Tasks must exist in the languages that children bring, Arabic and Turkish among them.',
      'Учителя, которые это умеют, есть в каждом государстве. Задания нужны на языках, с которыми дети приехали, в том числе на арабском и турецком.',
    ),
  },
)
