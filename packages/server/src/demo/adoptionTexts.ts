/** What invented people say of practices that they try, each in their own language. Plainly made up. */
import { texts } from './councilTexts.ts'

export const collections = {
  firstWeeks: {
    title: texts(
      'The first weeks at home',
      'Первые недели дома',
      'Үйдегі алғашқы апталар',
      'Үйдөгү алгачкы жумалар',
      'Ҳафтаҳои аввал дар хона',
      'Öýdäki ilkinji hepdeler',
      'Uydagi ilk haftalar',
    ),
    about: texts(
      'What helps a family to arrive: papers, a bed, a school that waits, and one person to call.',
      'Что помогает семье освоиться: документы, жильё, школа, которая ждёт, и один человек, которому можно позвонить.',
      'Отбасының орнығуына не көмектеседі: құжат, баспана, күтіп тұрған мектеп және хабарласатын бір адам.',
      'Үй-бүлөнүн орношуусуна эмне жардам берет: документ, баш калкалоочу жай, күтүп турган мектеп жана чала турган бир адам.',
      'Он чи ба оила барои ҷойгир шудан кӯмак мекунад: ҳуҷҷат, манзил, мактабе, ки интизор аст, ва як кас барои занг задан.',
      'Maşgala ýerleşmäge näme kömek edýär: resminama, ýaşaýyş jaýy, garaşýan mekdep we jaň edip boljak bir adam.',
      'Oilaga joylashishda nima yordam beradi: hujjat, boshpana, kutayotgan maktab va qoʻngʻiroq qilsa boʻladigan bir kishi.',
    ),
  },
  mine: {
    title: texts(
      'For our teachers',
      'Для наших учителей',
      'Мұғалімдерімізге',
      'Мугалимдерибизге',
      'Барои омӯзгорони мо',
      'Mugallymlarymyz üçin',
      'Oʻqituvchilarimiz uchun',
    ),
  },
}

export const whyThisMonth = texts(
  'Several places have tried it, and it worked in most of them.',
  'Её попробовали в нескольких местах, и почти везде получилось.',
  'Оны бірнеше жерде сынап көрді, көбінде нәтиже берді.',
  'Аны бир нече жерде сынап көрүштү, көбүндө натыйжа берди.',
  'Онро дар якчанд ҷой санҷиданд, дар бештарашон натиҷа дод.',
  'Ony birnäçe ýerde synap gördüler, köpüsinde netije berdi.',
  'Uni bir necha joyda sinab koʻrishdi, koʻpida natija berdi.',
)

export interface Told {
  /** Account of the demo that says it. */
  key: string
  by: 'state' | 'organisation' | 'worker'
  country: string
  language: 'en' | 'ru' | 'kk' | 'ky' | 'tg' | 'tk' | 'uz'
  place: string
  words: string
  adaptation?: string
  later?: { state: 'worked' | 'partly' | 'stopped'; words: string; feedback?: string }
  /** Why it was taken back. */
  withdrawn?: string
}

const uz = { key: 'practitioner-uz', country: 'UZ', language: 'uz', by: 'organisation' } as const
const kz = { key: 'practitioner-kz', country: 'KZ', language: 'kk', by: 'organisation' } as const
const tj = { key: 'practitioner-tj', country: 'TJ', language: 'tg', by: 'organisation' } as const
const tm = { key: 'practitioner-tm', country: 'TM', language: 'tk', by: 'worker' } as const
const kg = { key: 'expert-kg', country: 'KG', language: 'ky', by: 'organisation' } as const

/** For one practice after another; what an agency brought itself, it does not try. */
export const told: readonly (readonly Told[])[] = [
  [
    {
      ...uz,
      place: 'Toshkent',
      words: 'Ikki maktabda boshladik',
      adaptation: 'Suhbat ikki soat emas, bir soat',
      later: {
        state: 'worked',
        words: 'Ishlaydi, bir soatga qisqartirildi',
        feedback: 'Suhbatni oʻyindan boshlang: bolalar tezroq ochiladi',
      },
    },
    { ...kz, place: 'Түркістан облысы', words: 'Екі мектеп, нәтижесі көктемде' },
    {
      ...tj,
      place: 'Хатлон',
      words: 'Дар се мактаб оғоз шуд',
      later: { state: 'stopped', words: 'Омӯзгори иловагӣ ёфт нашуд' },
    },
  ],
  [
    {
      ...kg,
      place: 'Ош',
      words: 'Үч үй-бүлө менен иштеген эки кызматкер баштады',
      later: { state: 'worked', words: 'Жумуш убактысы экиге кыскарды, үй-бүлөлөр жөнүндө айтылбайт' },
    },
    { ...tm, place: 'Mary', words: 'Bir ýyl synap göreris' },
  ],
  [
    {
      ...tj,
      place: 'Хуҷанд',
      words: 'Аз моҳи сентябр санҷида мешавад',
      adaptation: 'Вохӯриҳо дар китобхона, на дар мактаб',
      later: { state: 'partly', words: 'Дар шаҳр натиҷа дод, дар деҳаҳо роҳ дур аст' },
    },
    {
      ...uz,
      key: 'delegate-uz',
      by: 'state',
      place: 'Samarqand viloyati',
      words: 'Viloyat rejasiga kiritildi',
    },
  ],
  [
    {
      ...kz,
      key: 'expert-kz',
      by: 'worker',
      place: 'Ақтөбе',
      words: 'Өз тобыммен бастадым',
      later: { state: 'worked', words: 'Алты ай ішінде ешкім бас тартқан жоқ' },
    },
    {
      ...kg,
      place: 'Нарын',
      words: 'Кышында сынап көрөбүз',
      later: { state: 'stopped', words: 'Жол жабык, адистер келе албады' },
    },
  ],
  [
    {
      ...uz,
      place: 'Nukus',
      words: 'Boshladik',
      withdrawn: 'Boshqa tajriba bilan adashtirdik',
    },
  ],
]

export const answer = {
  language: 'ru' as const,
  words: 'Спасибо. Какая половина беседы выпала, и кто это решил?',
}
export const note = 'Xarajatini va oʻqituvchi qanday topilganini soʻrash'
