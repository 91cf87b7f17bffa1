/** What invented practitioners of the demo can be asked about, and what they ask each other. Plainly made up, and about no person. */
import type { Language } from '@kerege/contract/common'
import type { Domain } from '@kerege/contract/domains'
import type { Profession } from '@kerege/contract/practices/people/rules'
import { type Texts, texts } from './texts.ts'

export interface Craft {
  profession: Profession
  domains: readonly Domain[]
  about: Texts
}

export const crafts: readonly Craft[] = [
  {
    profession: 'psychologist',
    domains: ['psychosocial', 'family'],
    about: texts(
      'First talks with children, play without questions, groups of mothers (invented)',
      'Первые разговоры с детьми, игра без расспросов, группы матерей (вымысел)',
      'Балалармен алғашқы әңгіме, сұрақсыз ойын, аналар тобы (ойдан)',
      'Балдар менен алгачкы сүйлөшүү, суроосуз оюн, энелер тобу (ойдон)',
      'Суҳбати аввалин бо кӯдакон, бозии бесавол, гурӯҳи модарон (хаёлӣ)',
      'Çagalar bilen ilkinji gürrüň, soragsyz oýun, eneler topary (toslama)',
      'Bolalar bilan ilk suhbat, savolsiz oʻyin, onalar guruhi (toʻqima)',
    ),
  },
  {
    profession: 'teacher',
    domains: ['education'],
    about: texts(
      'Bridge classes, a grade found by talking, the first day at school (invented)',
      'Подготовительные классы, выбор класса через беседу, первый день в школе (вымысел)',
      'Дайындық сыныбы, сыныпты әңгімемен таңдау, мектептегі бірінші күн (ойдан)',
      'Даярдоо классы, классты сүйлөшүп тандоо, мектептеги биринчи күн (ойдон)',
      'Синфи омодагӣ, интихоби синф бо суҳбат, рӯзи аввал дар мактаб (хаёлӣ)',
      'Taýýarlyk synpy, synpy gürrüň bilen saýlamak, mekdepde ilkinji gün (toslama)',
      'Tayyorlov sinfi, sinfni suhbat bilan tanlash, maktabdagi birinchi kun (toʻqima)',
    ),
  },
  {
    profession: 'lawyer',
    domains: ['papers', 'law'],
    about: texts(
      'Birth certificates by court, guardianship papers, how long each step takes (invented)',
      'Свидетельства о рождении через суд, бумаги опеки, сроки каждого шага (вымысел)',
      'Туу туралы куәлік сот арқылы, қорғаншылық құжаттары, әр қадамның мерзімі (ойдан)',
      'Туулгандыгы тууралуу күбөлүк сот аркылуу, камкордук кагаздары, ар кадамдын мөөнөтү (ойдон)',
      'Шаҳодатномаи таваллуд тавассути суд, ҳуҷҷатҳои васоят, муҳлати ҳар қадам (хаёлӣ)',
      'Dogluş hakynda şahadatnama kazyýet arkaly, howandarlyk resminamalary, her ädimiň möhleti (toslama)',
      'Tugʻilganlik guvohnomasi sud orqali, vasiylik hujjatlari, har qadamning muddati (toʻqima)',
    ),
  },
  {
    profession: 'social-worker',
    domains: ['family', 'housing', 'community'],
    about: texts(
      'Home visits that are welcome, work with grandparents, neighbours (invented)',
      'Визиты, которым рады, работа с бабушками и дедушками, соседи (вымысел)',
      'Үйге құрметпен бару, ата-әжемен жұмыс, көршілер (ойдан)',
      'Үйгө сый менен баруу, ата-энелердин ата-энеси менен иш, кошуналар (ойдон)',
      'Хонаравии хуш, кор бо бибию бобо, ҳамсояҳо (хаёлӣ)',
      'Hoş garşylanýan öýe barmak, ene-atalar bilen iş, goňşular (toslama)',
      'Xush kelgan uyga tashrif, buvi va bobolar bilan ish, qoʻshnilar (toʻqima)',
    ),
  },
  {
    profession: 'doctor',
    domains: ['health'],
    about: texts(
      'The first check-up, vaccinations caught up, a calm room (invented)',
      'Первый осмотр, наверстать прививки, спокойный кабинет (вымысел)',
      'Алғашқы тексеру, егуді толықтыру, тыныш бөлме (ойдан)',
      'Алгачкы текшерүү, эмдөөнү толуктоо, тынч бөлмө (ойдон)',
      'Муоинаи аввал, пурра кардани эмгузаронӣ, утоқи ором (хаёлӣ)',
      'Ilkinji barlag, sanjymlary doldurmak, asuda otag (toslama)',
      'Ilk koʻrik, emlashni toʻldirish, sokin xona (toʻqima)',
    ),
  },
]

export interface Asked {
  by: string
  language: Language
  title: string
  words: string
  domains: readonly Domain[]
  /** Who answers, in which language; the first may be the one. */
  answers: readonly (readonly [by: string, language: Language, words: string])[]
  settled?: true
}

export const questions: readonly Asked[] = [
  {
    by: 'practitioner-tj',
    language: 'tg',
    title: 'Мактаб кӯдаки беҳуҷҷатро чӣ тавр қабул мекунад?',
    words: 'Шаҳодатнома баъди чанд моҳ меояд. Мехоҳем, ки дарс интизор нашавад.',
    domains: ['education', 'papers'],
    settled: true,
    answers: [
      [
        'practitioner-uz',
        'uz',
        'Bizda maktab vaqtinchalik roʻyxat ochadi: ism va sinf yetarli, guvohnoma keyin keladi.',
      ],
      ['expert-kz', 'kk', 'Бізде оқу бөлімінің хаты бар: құжат келгенше бала сыныпта отырады.'],
    ],
  },
  {
    by: 'practitioner-kz',
    language: 'kk',
    title: 'Әжелермен алғашқы кездесуді қалай бастайсыздар?',
    words: 'Әжелер баладан көп сұрайды, бала үндемей қалады. Сіздерде не көмектеседі?',
    domains: ['family'],
    answers: [
      [
        'expert-kg',
        'ky',
        'Биз чай менен баштайбыз, баладан эч нерсе сурабайбыз. Сүрөт альбому жакшы жардам берет.',
      ],
      ['practitioner-tj', 'tg', 'Аввал танҳо бо бибиҳо вомехӯрем ва мегӯем, ки кӯдак худаш нақл мекунад.'],
    ],
  },
  {
    by: 'practitioner-uz',
    language: 'uz',
    title: 'Tayyorlov sinfi necha hafta davom etadi?',
    words: 'Bizda olti hafta kam boʻldi. Boshqalarda qancha?',
    domains: ['education'],
    settled: true,
    answers: [
      ['practitioner-tj', 'tg', 'Дар мо дувоздаҳ ҳафта, баъд кӯдак ду рӯз дар ҳафта бо омӯзгор мемонад.'],
      ['teacher-kz', 'kk', 'Он апта, соңғы екі аптасы кәдімгі сыныпта, қасында таныс мұғалім.'],
    ],
  },
  {
    by: 'expert-kg',
    language: 'ky',
    title: 'Классты сынаксыз кантип тандайсыздар?',
    words: 'Тест балдарды коркутат. Сүйлөшүп тандоонун жолун издеп жатабыз.',
    domains: ['education'],
    answers: [
      [
        'expert-uz',
        'uz',
        'Uch kun bolaga kitob, hisob va rasm beramiz, keyin oʻqituvchi bilan birga sinfni tanlaymiz.',
      ],
    ],
  },
  {
    by: 'practitioner-tm',
    language: 'tk',
    title: 'Eneler topary nähili başlanýar?',
    words: 'Eneler gelýär, ýöne gepläp başlamaýar. Ilkinji duşuşykda näme edýärsiňiz?',
    domains: ['psychosocial'],
    answers: [
      ['psychologist-kg', 'ky', 'Биринчи жолу нан жабабыз. Сөз иштин артынан өзү келет.'],
      [
        'psychologist-uz',
        'ru',
        'Первые две встречи ничего не спрашиваем: шьём вместе. Говорить начинают на третьей.',
      ],
    ],
  },
  {
    by: 'expert-tj',
    language: 'ru',
    title: 'Сколько длится установление факта рождения через суд?',
    words: 'У нас от двух до пяти месяцев. Что помогает ускорить без спешки для семьи?',
    domains: ['papers', 'law'],
    settled: true,
    answers: [
      ['lawyer-uz', 'uz', 'Konsullik xati va qarindoshlarning soʻzi bir vaqtda topshirilsa, ikki oy yetadi.'],
      ['lawyer-kg', 'ru', 'Один юрист ведёт все дела одной школы: суд знает формат, вопросов меньше.'],
    ],
  },
  {
    by: 'social-worker-kz',
    language: 'kk',
    title: 'Көршілерге не айтасыздар?',
    words: 'Көршілер сұрайды. Отбасының жайын айтпай, қалай жауап беруге болады?',
    domains: ['community'],
    answers: [
      ['social-worker-tj', 'tg', 'Мегӯем: оила аз сафар омад, бачаҳо мактаб мераванд. Дигар чизе намегӯем.'],
    ],
  },
  {
    by: 'doctor-tj',
    language: 'tg',
    title: 'Эмгузарониро аз куҷо сар мекунед, агар дафтар набошад?',
    words: 'Дар бораи эмҳои пешина ҳеҷ чиз навишта нашудааст.',
    domains: ['health'],
    answers: [
      [
        'doctor-kz',
        'ru',
        'По национальной схеме для пропущенных прививок: начинаем так, как будто ничего не было.',
      ],
    ],
  },
  {
    by: 'teacher-tm',
    language: 'ru',
    title: 'Как сказать классу о новом ученике?',
    words: 'Хотим, чтобы класс принял ребёнка, и не хотим рассказывать лишнего.',
    domains: ['education', 'community'],
    answers: [
      [
        'teacher-kg',
        'ky',
        'Класска бир гана сөз: жаңы бала келди, ким ага мектепти көрсөтөт? Калганы баланын өз иши.',
      ],
    ],
  },
  {
    by: 'psychologist-kz',
    language: 'kk',
    title: 'Бала ұйықтай алмаса, мектепке не айтамыз?',
    words: 'Мұғалім шаршаған баланы жалқау деп ойлайды.',
    domains: ['psychosocial', 'education'],
    answers: [
      ['psychologist-tj', 'tg', 'Мо танҳо мегӯем: субҳ ба ӯ вақт диҳед. Сабаб дар мактаб лозим нест.'],
    ],
  },
  {
    by: 'lawyer-kz',
    language: 'ru',
    title: 'Опека бабушки: какие бумаги нужны в первый день?',
    words: 'Собираем короткий список для семьи, чтобы не ходили дважды.',
    domains: ['law', 'family'],
    answers: [
      [
        'lawyer-tj',
        'ru',
        'Две: удостоверение бабушки и справка с места жительства. Остальное запрашиваем сами.',
      ],
    ],
  },
  {
    by: 'social-worker-uz',
    language: 'uz',
    title: 'Uy-joy boʻlmasa, birinchi oyda nima qilasiz?',
    words: 'Qarindoshlar uyi tor. Vaqtinchalik yechim izlayapmiz.',
    domains: ['housing'],
    answers: [],
  },
  {
    by: 'teacher-tj',
    language: 'tg',
    title: 'Китобҳо бо забони модарӣ аз куҷо меёбед?',
    words: 'Кӯдакон бо забони дигар хондан ёд гирифтаанд.',
    domains: ['education'],
    answers: [
      ['teacher-uz', 'uz', 'Kutubxonadan ikki tilli ertaklar oldik, bolalar oʻzlari tarjima qiladi.'],
    ],
  },
  {
    by: 'doctor-kg',
    language: 'ky',
    title: 'Биринчи текшерүүнү кайда өткөрөсүздөр?',
    words: 'Оорукана балдарды коркутат.',
    domains: ['health', 'reception'],
    answers: [
      ['doctor-uz', 'uz', 'Birinchi koʻrikni maktab shifokori xonasida, oʻyinchoqlar bilan oʻtkazamiz.'],
    ],
  },
  {
    by: 'social-worker-tm',
    language: 'tk',
    title: 'Öýe barmazdan öň näme diýýärsiňiz?',
    words: 'Maşgala bizi barlagçy hasaplaýar.',
    domains: ['family'],
    answers: [
      ['social-worker-kg', 'ky', 'Күн мурун чалып, эмнеге барарыбызды жана качан кетерибизди айтабыз.'],
    ],
  },
  {
    by: 'psychologist-tm',
    language: 'ru',
    title: 'Кто ведёт группы подростков: один или двое?',
    words: 'Пробовали по одному, тяжело. Как у других?',
    domains: ['psychosocial', 'staff'],
    answers: [
      ['psychologist-kz', 'kk', 'Әрдайым екеу: бірі сөйлейді, бірі тыңдайды. Соңында екеуі өзара сөйлеседі.'],
    ],
  },
  {
    by: 'teacher-kz',
    language: 'kk',
    title: 'Мұғалімнің өзіне кім көмектеседі?',
    words: 'Мұғалімдер де шаршайды, бірақ айтпайды.',
    domains: ['staff'],
    answers: [],
  },
  {
    by: 'lawyer-tm',
    language: 'ru',
    title: 'Консульское письмо вместо свидетельства: где принимают?',
    words: 'Нужен опыт загсов соседних стран.',
    domains: ['papers'],
    answers: [['lawyer-kz', 'ru', 'У нас загс принимает письмо, если в нём указан источник сведений.']],
  },
  {
    by: 'expert-kz',
    language: 'en',
    title: 'How do you know that a bridge class worked?',
    words: 'We count who stays at school. What else can be seen without testing a child?',
    domains: ['education', 'staff'],
    answers: [
      ['expert-uz', 'en', 'We ask the teacher after a term whether the child has somebody to sit with.'],
    ],
  },
  {
    by: 'practitioner',
    language: 'ru',
    title: 'Как подготовить школьного охранника к первому дню?',
    words: 'Он первый, кого видит ребёнок.',
    domains: ['education', 'community'],
    answers: [
      [
        'practitioner-kz',
        'kk',
        'Күзетшіге баланың атын айтамыз, ол есігін ашып, атымен амандасады. Бар болғаны сол.',
      ],
    ],
  },
]
