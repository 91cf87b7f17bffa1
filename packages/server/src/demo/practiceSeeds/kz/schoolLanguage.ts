import { seed, t } from '../seed.ts'
import { time2018, undpKazakhstan } from '../sources.ts'

export const schoolLanguage = seed(
  'kz-school-language',
  'KZ',
  {
    domains: ['education', 'psychosocial'],
    themes: ['language-learning', 'school', 'school-admission', 'catch-up-classes', 'psychologist'],
    settings: ['school'],
    audience: ['children', 'staff'],
    ages: { from: 5, to: 17 },
    since: 2018,
    cost: 'medium',
    evidenceLevel: 'told',
    sources: [time2018, undpKazakhstan],
  },
  {
    title: t('The language of the school comes with the school', 'Язык школы — вместе со школой'),
    summary: t(
      'Children who know neither Kazakh nor Russian are not kept waiting until they do: tutors, psychologists and the ministry of education help them into an ordinary school.',
      'Дети, которые не знают ни казахского, ни русского, не ждут, пока выучат: репетиторы, психологи и министерство образования помогают им войти в обычную школу.',
      {
        kk: 'Қазақша да, орысша да білмейтін балалар үйренгенше күтіп қалмайды: репетиторлар, психологтар және білім министрлігі кәдімгі мектепке кіруге көмектеседі.',
      },
    ),
    problem: t(
      'Born in several countries, some children speak a language that nobody at the school knows. Without words they can neither learn nor find friends.',
      'Дети родились в разных странах, и их языка в школе может не знать никто. Без слов не выучиться и не подружиться.',
      {
        kk: 'Балалар әр елде туған, кейбірінің тілін мектепте ешкім білмейді. Сөзсіз оқу да, дос табу да қиын.',
      },
    ),
    context: t(
      'By the end of 2018 91 children were back, 56 of them of school age; experts told a meeting at the ministry that school, tutors, doctors, psychologists and homes were needed most.',
      'К концу 2018 года вернулся 91 ребёнок, из них 56 — школьники; на совещании в министерстве говорили, что нужнее всего школа, репетиторы, врачи, психологи и жильё.',
    ),
    forWhom: t(
      'Children of school age and the year before it, who speak another language at home.',
      'Школьники и дети за год до школы, у которых дома другой язык.',
    ),
    steps: t(
      'Ask which languages the child speaks, reads and hears at home.\nEnrol it in an ordinary class, and begin with what needs few words: sums, drawing, sport.\nGive hours with a tutor, in the school and not apart from it.\nLet another child go with it in the first weeks.\nHelp the carer to learn along.\nPraise the language of home as well.',
      'Спросите, на каких языках ребёнок говорит, читает и что слышит дома.\nЗачислите в обычный класс и начните с того, где мало слов: счёт, рисование, спорт.\nДайте часы с репетитором — в школе, а не отдельно.\nПусть первые недели рядом будет другой ребёнок.\nПомогите учиться и опекуну.\nХвалите и язык дома.',
      {
        kk: 'Бала қай тілде сөйлейтінін, оқитынын, үйде қай тілді еститінін сұраңыз.\nКәдімгі сыныпқа қабылдап, сөзі аз сабақтан бастаңыз: есеп, сурет, спорт.\nРепетитормен сағат беріңіз — бөлек жерде емес, мектептің өзінде.\nАлғашқы апталарда жанында басқа бала болсын.\nҚамқоршының да бірге үйренуіне көмектесіңіз.\nҮйдегі тілін де мақтаңыз.',
      },
    ),
    evidence: t(
      'Needs told at a meeting; the partnership of UNDP with the ministry is told by UNDP. What pupils reached is not published.',
      'О потребностях рассказали на совещании; о партнёрстве с министерством — ПРООН. Чего достигли ученики, не опубликовано.',
    ),
    results: t(
      'Children learn in ordinary schools; the one who came first was in the seventh grade by then, with all questions settled, as reported.',
      'Дети учатся в обычных школах; по сообщению, вернувшийся раньше всех учился уже в седьмом классе, и все вопросы были решены.',
    ),
    safeguards: t(
      'A tutor teaches a language and asks nothing about the past.\nNo class of returned children only.\nThe class hears: a new pupil who is learning our language.',
      'Репетитор учит языку и не спрашивает о прошлом.\nНикаких классов только для вернувшихся.\nКлассу говорят: новый ученик, учит наш язык.',
    ),
    limits: t(
      'Schools far from towns have no tutor. Arabic and Turkish speakers among teachers are few.',
      'В дальних школах репетитора нет. Учителей, знающих арабский или турецкий, мало.',
    ),
    transfer: t(
      'The same need is reported from all four states; tasks and first word lists could be shared.',
      'О том же сообщают все четыре государства; заданиями и первыми словарями можно делиться.',
    ),
  },
)
