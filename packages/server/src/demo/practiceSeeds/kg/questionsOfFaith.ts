import { seed, t } from '../seed.ts'
import { handbookChildren, ministryKyrgyzstan2024 } from '../sources.ts'

export const questionsOfFaith = seed(
  'kg-questions-of-faith',
  'KG',
  {
    domains: ['psychosocial', 'community'],
    themes: ['religion', 'rights', 'consent', 'safety'],
    settings: ['reception-site', 'community'],
    audience: ['families', 'carers', 'staff'],
    ages: { from: 18 },
    since: 2023,
    cost: 'low',
    evidenceLevel: 'told',
    sources: [ministryKyrgyzstan2024, handbookChildren],
  },
  {
    title: t(
      'Questions of faith: answered when a family asks',
      'Вопросы веры: ответ, когда спрашивает семья',
    ),
    summary: t(
      'Work on faith and learning is part of the help after arrival. This record proposes to keep it apart from every decision: somebody learned is there for those who ask, and nobody is judged by it.',
      'Беседы о вере и просвещение входят в помощь после приезда. Эта запись предлагает отделить их от любых решений: знающий человек есть для тех, кто спрашивает, и никого по этому не судят.',
      {
        ky: 'Ыйман жана билим жөнүндө маек кайткандан кийинки жардамга кирет. Бул жазуу аны ар кандай чечимден бөлүүнү сунуштайт: билимдүү адам сурагандар үчүн бар, эч ким ага карап бааланбайт.',
      },
    ),
    problem: t(
      'People come home with questions and with shame, and hear much on the internet. A talk that is ordered closes the mouth; a talk that is asked for may open it.',
      'Люди возвращаются с вопросами и со стыдом и многое слышат в интернете. Беседа по приказу закрывает рот, беседа по просьбе может открыть.',
      {
        ky: 'Адамдар суроолору менен, уялуу менен келип, интернеттен көп нерсе угат. Буйрук менен болгон сөз оозду жабат, өзү сураган сөз аны ача алат.',
      },
    ),
    context: t(
      'The order of services of the ministry names medical and psychological help, theological and educational work, and then handover to relatives.',
      'Порядок услуг министерства называет медицинскую и психологическую помощь, теологическую и просветительскую работу, а затем передачу родным.',
    ),
    forWhom: t(
      'Adults who ask, and carers who want to answer a child.',
      'Взрослые, которые спрашивают, и опекуны, которые хотят ответить ребёнку.',
    ),
    steps: t(
      'Say once that somebody can be spoken to, and how.\nLet people choose: a man or a woman, of their own tradition, or nobody.\nAnswer what is asked.\nWrite no notes and give no opinion on a person.\nTeach carers to tell a child simply what their family believes.\nSend on to a psychologist who asks about fear and not about faith.',
      'Один раз скажите, что есть с кем поговорить и как.\nПусть человек выберет: мужчину или женщину, своей традиции, или никого.\nОтвечайте на то, о чём спросили.\nНе ведите записей и не давайте заключений о человеке.\nНаучите опекунов просто рассказать ребёнку, во что верит их семья.\nТого, кто спрашивает о страхе, а не о вере, проводите к психологу.',
      {
        ky: 'Сүйлөшө турган адам бар экенин жана ага кантип кайрылууну бир жолу айтыңыз.\nАдам өзү тандасын: эркекпи же аялбы, өз салтынанбы, же эч ким керек эмеспи.\nСуралганга гана жооп бериңиз.\nЭч нерсе жазбаңыз, адам тууралуу корутунду бербеңиз.\nҮй-бүлөсү эмнеге ишенерин балага жөнөкөй айтып берүүнү багып жаткандарга үйрөтүңүз.\nИшеним эмес, коркуу тууралуу сураганды психологго жөнөтүңүз.',
      },
    ),
    evidence: t(
      'That such work is part of the services is official. Whether people may decline it, and what comes of it, is not reported; steps and safeguards are our proposal.',
      'То, что такая работа входит в услуги, — официально. Можно ли отказаться и что она даёт, не сообщается; шаги и защита — наше предложение.',
    ),
    results: t('None are published.', 'Не опубликованы.'),
    unwanted: t(
      'Where talks are compulsory, people learn to say what is wanted.',
      'Где беседы обязательны, люди учатся говорить то, чего от них ждут.',
    ),
    safeguards: t(
      'Free of any consequence for placement, papers, money or a case in court.\nNo field, no form and no grade for what somebody believes.\nNever with a child alone.\nFreedom of religion and belief holds for everybody, also for those who believe nothing.',
      'Никаких последствий для устройства, документов, денег и судебного дела.\nНи поля, ни бланка, ни оценки о том, во что человек верит.\nНикогда с ребёнком наедине.\nСвобода религии и убеждений — для всех, и для тех, кто не верит.',
    ),
    limits: t(
      'No remedy for grief, illness or want, which are far more common.',
      'Не лекарство от горя, болезни и нужды, а они встречаются куда чаще.',
    ),
    transfer: t(
      'Only with the safeguards. Without them it is better left out.',
      'Только вместе с защитой. Без неё лучше не начинать.',
    ),
  },
  'practitioners',
)
