/** What the invented lead of each state learnt while an operation was prepared. About the work alone; nobody has said any of it. */
import type { LessonTexts } from '@kerege/contract/exchange/lesson'
import type { CheckStep } from '@kerege/contract/repatriation/operations/checks'
import type { DemoState } from './types.ts'

export interface DemoLessons {
  learnt: readonly { step: CheckStep; text: string }[]
  /** A text of its own for the library, made of the above. */
  offer: LessonTexts
  reason: string
}

export const lessonTexts: Readonly<Record<DemoState, DemoLessons>> = {
  kz: {
    learnt: [
      {
        step: 'prepare',
        text: 'Туыстарға тізім жабылғанға дейін бір апта бұрын қоңырау шалсақ, аты-жөні мен туған күніндегі қателердің көбі сол күні-ақ түзетіледі.',
      },
      {
        step: 'freeze',
        text: 'Баланың қасында кім болатыны тізім жабылмай тұрып жазылуы керек: кейін ешкімнің уақыты болмайды.',
      },
    ],
    offer: {
      title: 'Тізім жабылмай тұрып туыстармен сөйлесу',
      summary:
        'Тізім жабылардан бір апта бұрын туыстардан аты-жөні мен туған күнін қайта сұрау қателерді азайтады.',
      problem: 'Тізімдегі есімдер әр тілде әрқалай жазылады, туған күндер шамамен ғана белгілі.',
      steps:
        'Тізім жабылардан бір апта бұрын үйдегі туыстарға қоңырау шалыңыз.\nЕсімді қалай жазатынын, туған жылын, кіммен бірге жүретінін сұраңыз.\nӘр баланың қасында кім болатынын сол күні жазыңыз.',
      limits: 'Үйде ешкімі жоқ балаларға көмектеспейді.',
    },
    reason: 'Келесі рейсті дайындайтындарға керек болады',
  },
  kg: {
    learnt: [
      {
        step: 'prepare',
        text: 'Котормочу бала менен жолго чейин бир жолу сүйлөшсө, бала жолдо андан жардам сураганга тартынбайт.',
      },
      {
        step: 'travel',
        text: 'Ар бир үй-бүлөгө суу менен наандан тышкары бир оюнчук берилгенде, узак күтүү жеңилдейт.',
      },
    ],
    offer: {
      title: 'Балдар котормочуну жолго чейин таанысын',
      summary:
        'Котормочу балдар менен жолго чейин бир жолу сүйлөшсө, алар жолдо жардам сураганга тартынбайт.',
      problem: 'Балдар үйдүн тилин аз билет жана бейтааныш чоң кишилерден корунушат.',
      steps:
        'Жолго бир нече күн калганда котормочуну ар бир үй-бүлө менен тааныштырыңыз.\nБалага анын атын жана эмнеде жардам берерин айтыңыз.\nЖолдо да ошол эле адам жанында болсун.',
    },
    reason: 'Башка өлкөлөр да колдоно алат',
  },
  tj: {
    learnt: [
      {
        step: 'reception',
        text: 'Вақте ки ҳуҷраҳо пеш аз омадан аз рӯйи оилаҳо тақсим шудаанд, шаби якум ором мегузарад.',
      },
      {
        step: 'prepare',
        text: 'Доруҳои ҳаррӯза бояд дар рӯйхати ниёзҳо бошанд, на танҳо дар гуфтугӯ бо духтур.',
      },
    ],
    offer: {
      title: 'Ҳуҷраҳо пеш аз омадани оилаҳо тақсим карда шаванд',
      summary: 'Вақте ки ҳуҷраҳо пеш аз омадан аз рӯйи оилаҳо тақсим шудаанд, шаби якум ором мегузарад.',
      problem: 'Шабона одамони хаста дар даҳлез интизори ҳуҷра мемонанд.',
      steps:
        'Аз рӯйи рӯйхат барои ҳар оила ҳуҷра интихоб кунед.\nНоми оиларо ба дар нанависед, рақам кофист.\nБарои шаби якум як ҳуҷраи холӣ нигоҳ доред.',
      limits: 'Агар рӯйхат дар роҳ тағйир ёбад, бояд аз нав нигарист.',
    },
    reason: 'Барои онҳое, ки бори аввал қабул мекунанд',
  },
  uz: {
    learnt: [
      {
        step: 'handover',
        text: 'Bolani qabul qiladigan qarindosh oldindan bir marta kelib koʻrishsa, topshirish kuni koʻz yoshsiz oʻtadi.',
      },
      {
        step: 'reception',
        text: 'Buyumlar roʻyxatini tushgan zahoti tuzsak, keyin hech narsa yoʻqolmaydi.',
      },
    ],
    offer: {
      title: 'Qarindosh bola bilan oldindan koʻrishsin',
      summary:
        'Bolani qabul qiladigan qarindosh topshirish kunidan oldin kelib koʻrishsa, bola u bilan xotirjam ketadi.',
      problem: 'Bola qarindoshini koʻp yillardan beri koʻrmagan, topshirish kuni qoʻrqadi.',
      steps:
        'Qarindoshni kamida bir marta oldindan taklif qiling.\nBirinchi uchrashuvda bola bilgan xodim yonida boʻlsin.\nTopshirish kuni shoshilmang: bola oʻz buyumlarini oʻzi yigʻsin.',
    },
    reason: 'Boshqa davlatlarga ham foydali boʻladi',
  },
}
