import { seed, t } from '../seed.ts'
import { studyVisit2023 } from '../sources.ts'

export const studyVisit = seed(
  'tj-study-visit',
  'TJ',
  {
    domains: ['staff'],
    themes: ['staff-training', 'coordination', 'staff'],
    settings: ['office', 'community'],
    audience: ['staff'],
    since: 2023,
    until: 2023,
    weeks: 1,
    cost: 'medium',
    evidenceLevel: 'told',
    sources: [studyVisit2023],
  },
  {
    title: t('Three days with the neighbours', 'Три дня у соседей'),
    summary: t(
      'People of several bodies of Tajikistan spent three days with colleagues in Kazakhstan: law, work with local authorities and civil society, hate speech, mental health. They came back to write their own programme.',
      'Люди из нескольких ведомств Таджикистана провели три дня у коллег в Казахстане: законы, работа с местной властью и общественными организациями, язык вражды, душевное здоровье. Вернулись писать свою программу.',
      {
        tg: 'Намояндагони якчанд ниҳоди Тоҷикистон се рӯз дар назди ҳамкорон дар Қазоқистон буданд: қонунҳо, кор бо ҳокимияти маҳаллӣ ва ҷомеаи шаҳрвандӣ, забони нафрат, саломатии равонӣ. Баргаштанд, то барномаи худро нависанд.',
      },
    ),
    problem: t(
      'Reports tell what went well. What went wrong is told over tea, to somebody who has the same work.',
      'Отчёты говорят о том, что удалось. О неудачах рассказывают за чаем тому, у кого та же работа.',
      {
        tg: 'Ҳисоботҳо он чиро мегӯянд, ки хуб шуд. Он чи нашудааст, сари чой ба касе гуфта мешавад, ки ҳамон корро мекунад.',
      },
    ),
    context: t(
      'June 2023, by UNDP under the joint project of the European Union and the United Nations, three months before the government of Tajikistan adopted its programme.',
      'Июнь 2023 года, ПРООН в рамках совместного проекта Европейского союза и ООН, за три месяца до того, как правительство Таджикистана приняло свою программу.',
    ),
    forWhom: t(
      'Those who will write rules or lead services, from several bodies together.',
      'Те, кто будет писать правила или вести службы, — сразу из нескольких ведомств.',
    ),
    steps: t(
      'Agree what each visitor wants to learn, and send the questions ahead.\nPut ministries and practitioners into one group.\nSee one place a day, with time to talk.\nAsk in each place: what would you not do again?\nMeet in the evening: what do we take home?\nWrite a lessons report of two pages, for both sides.\nAsk after six months what was taken up.',
      'Договоритесь, что хочет узнать каждый, и пошлите вопросы заранее.\nСоберите в одну группу министерства и практиков.\nОдно место в день, и время поговорить.\nВезде спросите: чего вы бы не повторили?\nВечером: что берём домой?\nОтчёт об уроках на двух страницах — обеим сторонам.\nЧерез полгода спросите, что переняли.',
      {
        tg: 'Маслиҳат кунед, ки ҳар меҳмон чиро омӯхтан мехоҳад, ва саволҳоро пешакӣ фиристед.\nВазоратҳо ва кормандони амалиро дар як гурӯҳ ҷамъ кунед.\nДар як рӯз як ҷой, бо вақт барои сӯҳбат.\nДар ҳар ҷо пурсед: чиро дигар такрор намекардед?\nБегоҳӣ: ба хона чӣ мебарем?\nДар ду саҳифа барои ҳар ду тараф ҳисоботи дарсҳоро нависед.\nБаъди шаш моҳ пурсед, ки чӣ ба кор бурда шуд.',
      },
    ),
    evidence: t(
      'Told by the organiser. What was taken up is not published; steps on lessons and follow-up are our proposal.',
      'Рассказал организатор. Что переняли, не опубликовано; шаги об уроках и продолжении — наше предложение.',
      { tg: 'Ташкилкунанда гуфтааст. Чӣ қабул шуд, нашр нашудааст; қадамҳо оид ба дарсҳо пешниҳоди мост.' },
    ),
    results: t(
      'A delegation that knows its colleagues by name, shortly before a programme was adopted.',
      'Делегация, которая знает коллег по именам, незадолго до принятия программы.',
    ),
    unwanted: t(
      'A place that is visited often becomes a stage. Hosts should be allowed to say no.',
      'Место, куда часто водят гостей, становится сценой. Хозяевам нужно право отказать.',
    ),
    safeguards: t(
      'No meeting with families or children as part of the programme.\nNo photographs of places where they live.\nNothing personal is told about anybody.',
      'Никаких встреч с семьями и детьми в программе.\nНикаких снимков мест, где они живут.\nНи о ком не рассказывают личного.',
    ),
    limits: t('Three days show what hosts like to show.', 'За три дня видно то, что хозяева хотят показать.'),
    transfer: t(
      'Any two states. The Council can keep a board of who would host and who would come.',
      'Любые два государства. Совет может вести доску: кто примет и кто приедет.',
    ),
  },
)
