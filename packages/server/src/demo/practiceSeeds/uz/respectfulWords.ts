import { seed, t } from '../seed.ts'
import { ferghana2023, undpUzbekistan2023 } from '../sources.ts'

export const respectfulWords = seed(
  'uz-respectful-words',
  'UZ',
  {
    domains: ['staff', 'community', 'psychosocial'],
    settings: ['community', 'school'],
    audience: ['staff', 'neighbours'],
    since: 2023,
    cost: 'low',
    evidenceLevel: 'told',
    figures: [
      {
        label: t('Social workers trained', 'Обучено социальных работников', {
          uz: 'Oʻqitilgan ijtimoiy xodimlar',
        }),
        value: 'about 120',
        source: 'UNDP Uzbekistan, 28 July 2023',
      },
    ],
    sources: [undpUzbekistan2023, ferghana2023],
  },
  {
    title: t('Words that do not wound', 'Слова, которые не ранят', { uz: 'Jarohatlamaydigan soʻzlar' }),
    summary: t(
      'About 120 social workers of the Ferghana Valley learned to listen, to speak without labels, to give first psychosocial support, and to bring families into what a neighbourhood does and into work.',
      'Около 120 социальных работников Ферганской долины учились слушать, говорить без ярлыков, оказывать первую психосоциальную поддержку и вовлекать семьи в дела махалли и в работу.',
      {
        uz: 'Fargʻona vodiysining 120 ga yaqin ijtimoiy xodimi tinglashni, yorliqsiz gapirishni, birinchi psixoijtimoiy yordam berishni va oilalarni mahalla ishlariga hamda mehnatga jalb etishni oʻrgandi.',
      },
    ),
    problem: t(
      'Families find doors closed by a word. Those who should help use it too, without meaning harm.',
      'Двери перед семьёй закрывает слово. Его говорят и те, кто должен помогать, не желая зла.',
      {
        uz: 'Oila oldida eshikni soʻz yopadi. Buni yordam berishi kerak boʻlganlar ham yomon niyatsiz aytadi.',
      },
    ),
    context: t(
      'Part of a regional initiative of UNDP in five states, in partnership of the European Union and the United Nations. A school psychologist there calls lack of social ties the commonest difficulty.',
      'Часть региональной инициативы ПРООН в пяти государствах, в партнёрстве Европейского союза и ООН. Школьный психолог называет нехватку связей самой частой трудностью.',
    ),
    forWhom: t(
      'Social workers, school psychologists and others to whom families come first.',
      'Социальные работники, школьные психологи и все, к кому семья приходит первой.',
      { uz: 'Ijtimoiy xodimlar, maktab psixologlari va oila birinchi boʻlib keladigan boshqa kishilar.' },
    ),
    steps: t(
      'Collect the words in use, in the languages of the place.\nSay of each why it wounds, and what to say instead.\nPractise listening in pairs.\nPractise an answer to a neighbour who asks.\nAdd first psychosocial support: what anybody can do, and when a specialist is needed.\nMeet again after three months with what was hard.',
      'Соберите слова, которые в ходу, на языках места.\nО каждом скажите, чем оно ранит и как сказать иначе.\nПотренируйтесь слушать в парах.\nПотренируйте ответ соседу, который спрашивает.\nДобавьте первую психосоциальную поддержку: что может каждый и когда нужен специалист.\nЧерез три месяца соберитесь снова с тем, что было трудно.',
      {
        uz: 'Joydagi tillarda ishlatiladigan soʻzlarni yigʻing.\nHar biri nima uchun jarohatlashini va oʻrniga nima deyishni ayting.\nJuft boʻlib tinglashni mashq qiling.\nSoʻragan qoʻshniga javobni mashq qiling.\nBirinchi psixoijtimoiy yordamni qoʻshing: har kim nima qila oladi va qachon mutaxassis kerak.\nUch oydan keyin nima qiyin boʻlganini gaplashish uchun yana yigʻiling.',
      },
    ),
    evidence: t(
      'Told by UNDP and one participant. No test before and after is published.',
      'Рассказали ПРООН и одна участница. Проверки до и после не опубликовано.',
      { uz: 'BMTTD va bir ishtirokchi aytgan. Oldingi va keyingi sinov eʼlon qilinmagan.' },
    ),
    results: t(
      'About 120 people trained in May 2023; one says that it helps in daily talks at school.',
      'В мае 2023 года обучено около 120 человек; участница говорит, что это помогает в ежедневных разговорах в школе.',
      {
        uz: '2023-yil may oyida 120 ga yaqin kishi oʻqitildi; bir ishtirokchi bu maktabdagi kundalik suhbatlarda yordam berayotganini aytadi.',
      },
    ),
    safeguards: t(
      'Examples are made up.\nNo family is invited to be looked at.\nWho trained learns to say: that question is not for me.',
      'Примеры вымышлены.\nСемьи не приглашают, чтобы на них смотреть.\nОбученный умеет сказать: этот вопрос не ко мне.',
      {
        uz: 'Misollar oʻylab topilgan.\nHech bir oila tomosha uchun chaqirilmaydi.\nOʻqigan kishi «bu savol menga emas» deyishni biladi.',
      },
    ),
    limits: t(
      'Words of helpers change sooner than words of the street. Journalists were not part of it.',
      'Слова помощников меняются быстрее слов улицы. Журналистов на курсе не было.',
      { uz: 'Yordamchilarning soʻzi koʻchaning soʻzidan tezroq oʻzgaradi. Jurnalistlar qatnashmagan.' },
    ),
    transfer: t(
      'A list of words has to be made in each language anew; that is most of the work, and the best part of the course.',
      'Список слов на каждом языке нужно составить заново; в этом главная работа и лучшая часть курса.',
    ),
  },
)
