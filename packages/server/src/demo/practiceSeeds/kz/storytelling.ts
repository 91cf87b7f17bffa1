import { seed, t } from '../seed.ts'
import { astanaTimes2023, unicefKazakhstan2022 } from '../sources.ts'

export const storytelling = seed(
  'kz-storytelling',
  'KZ',
  {
    domains: ['family', 'psychosocial', 'community'],
    settings: ['home', 'community'],
    audience: ['children', 'carers', 'families', 'staff'],
    ages: { from: 6, to: 17 },
    since: 2022,
    cost: 'low',
    evidenceLevel: 'told',
    sources: [unicefKazakhstan2022, astanaTimes2023],
  },
  {
    title: t('Storytelling between generations', 'Рассказы между поколениями', {
      kk: 'Ұрпақтар арасындағы әңгіме',
    }),
    summary: t(
      'Grandparents, parents and children tell each other where they come from and who they are. The stories mend ties that had broken, and give a child a place in a family and in a country.',
      'Бабушки и дедушки, родители и дети рассказывают друг другу, откуда они и кто они. Рассказы сшивают порванные связи и дают ребёнку место в семье и в стране.',
      {
        kk: 'Ата-әже, ата-ана мен бала бір-біріне қайдан шыққанын, кім екенін айтады. Әңгіме үзілген байланысты жалғайды, балаға отбасынан да, елден де орын береді.',
      },
    ),
    problem: t(
      'Children came home to relatives whom they did not know, and the adults did not know how to begin to talk. Ties within the family and with neighbours had broken, and a child could not say where it belonged.',
      'Дети вернулись к родным, которых не знали, а взрослые не знали, с чего начать разговор. Связи в семье и с соседями порвались, и ребёнок не мог сказать, где он свой.',
      {
        kk: 'Балалар өздері танымайтын туыстарына оралды, ал үлкендер әңгімені неден бастарын білмеді. Отбасындағы және көршілермен байланыс үзіліп, бала өзінің қай жердікі екенін айта алмады.',
      },
    ),
    context: t(
      'Made by international experts and organisations of civil society within the joint programme of Kazakhstan, the European Union, UNICEF and UN Women, together with courses for local specialists.',
      'Создано международными экспертами и общественными организациями в совместной программе Казахстана, Европейского союза, ЮНИСЕФ и структуры «ООН-женщины», вместе с курсами для местных специалистов.',
    ),
    forWhom: t(
      'Children who returned, with the relatives who bring them up. Usable with any family in which generations lost each other.',
      'Вернувшиеся дети и родные, которые их растят. Подходит любой семье, где поколения потеряли друг друга.',
      {
        kk: 'Оралған балалар мен оларды бағып отырған туыстар. Ұрпақтары бір-бірін жоғалтқан кез келген отбасыға жарайды.',
      },
    ),
    steps: t(
      'Train specialists who already know the family: psychologists, social workers, teachers.\nBring generations together where they feel at home.\nLet the older ones begin: childhood, customs, the house, the place. Nobody is asked about the time abroad.\nLet children answer in their own way: words, pictures, things.\nCome back to it; end with something that the family keeps.\nThe reports name the idea and its aims only; the order of the steps is our reading of it.',
      'Обучите специалистов, которых семья уже знает: психологов, социальных работников, учителей.\nСоберите поколения там, где им спокойно.\nПусть начнут старшие: детство, обычаи, дом, места. О времени за рубежом никого не спрашивают.\nПусть дети отвечают по-своему: словами, рисунками, вещами.\nВозвращайтесь к этому; закончите тем, что останется у семьи.\nВ сообщениях названы только замысел и цели; порядок шагов — наше прочтение.',
      {
        kk: 'Отбасы бұрыннан білетін мамандарды оқытыңыз: психолог, әлеуметтік қызметкер, мұғалім.\nҰрпақтарды өздеріне жайлы жерде жинаңыз.\nАлдымен үлкендер бастасын: балалық шақ, салт, үй, туған жер. Шетелдегі кез туралы ешкімнен сұралмайды.\nБалалар өзінше жауап берсін: сөзбен, суретпен, затпен.\nҚайта оралып отырыңыз; соңында отбасыда қалатын бірдеңе болсын.\nХабарларда ой мен мақсат қана аталған; қадамдардың реті — біздің түсінігіміз.',
      },
    ),
    resources: t(
      'A trained specialist the family trusts\nA quiet room, paper, colours\nSomebody who speaks the languages of child and grandparents',
      'Обученный специалист, которому семья доверяет\nТихая комната, бумага, краски\nЧеловек, который говорит на языках ребёнка и старших',
    ),
    evidence: t(
      'Reported by those who ran the programme; no figures on the approach by itself have been published.',
      'Рассказали те, кто вёл программу; цифр о самом подходе не опубликовано.',
      { kk: 'Бағдарламаны жүргізгендер айтты; тәсілдің өзі туралы сандар жарияланбаған.' },
    ),
    results: t(
      'Ties that had been broken, in families and with people around, were reported to have been restored, and a sense of belonging to have grown.',
      'Сообщалось, что порванные связи в семьях и с окружающими восстановлены, а чувство принадлежности окрепло.',
      {
        kk: 'Отбасыдағы және айналадағылармен үзілген байланыс қалпына келгені, балада өз орнын сезіну күшейгені айтылды.',
      },
    ),
    unwanted: t(
      'None are reported. A story may touch grief: whoever leads must be able to stop and to stay.',
      'Не сообщалось. Рассказ может задеть горе: ведущий должен уметь остановиться и остаться рядом.',
    ),
    safeguards: t(
      'Taking part is a choice, each time.\nNobody is asked for memories of violence, and nothing is recorded without a yes of adult and child.\nStories stay in the family; nothing of them goes into a file.',
      'Участвовать или нет — выбор, каждый раз.\nНикого не просят вспоминать насилие, и ничего не записывают без согласия взрослого и ребёнка.\nРассказы остаются в семье; в дело из них не попадает ничего.',
      {
        kk: 'Қатысу — әр жолы таңдау.\nЕшкімнен зорлықты еске алуды сұрамайды, үлкен де, бала да келіспесе ештеңе жазылмайды.\nӘңгіме отбасыда қалады; іске одан ештеңе кірмейді.',
      },
    ),
    limits: t(
      'Not a treatment. Where a child is in great distress, a specialist comes first. Where there is no relative who wants the child, it has nobody to speak with.',
      'Это не лечение. Если ребёнку очень плохо, сначала нужен специалист. Где нет родных, которым ребёнок дорог, рассказывать некому.',
      {
        kk: 'Бұл ем емес. Балаға өте қиын болса, алдымен маман керек. Баланы қалайтын туыс болмаса, әңгімелесетін адам да жоқ.',
      },
    ),
    transfer: t(
      'Needs little money and no special room, and rests on customs that all five states share. Find out first which languages child and grandparents have in common.',
      'Нужно мало денег, не нужны особые помещения, а опирается всё на обычаи, общие для пяти государств. Сначала узнайте, на каком языке ребёнок и старшие понимают друг друга.',
    ),
  },
)
